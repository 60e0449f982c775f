//! The recipes with fzf, at a terminal.

use super::screen::Screen;
use super::{blocks, recipes, there};

fn recipe(number: usize) -> String {
    let mut found = blocks(&recipes())
        .into_iter()
        .filter(|(kind, _)| kind == "sh fzf");
    found.nth(number).unwrap().1
}

/// A prompt at which the recipe is typed by way of a file.
fn prompt(script: &str) -> (tempfile::TempDir, Screen) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("recipe"), script).unwrap();
    let screen = Screen::new(folder.path(), "env PS1='$ ' bash --norc --noprofile");
    screen.begins();
    (folder, screen)
}

#[test]
fn what_is_gone_over_is_shown_and_what_is_chosen_is_printed() {
    if !there(&["fzf", "tmux", "bash"]) {
        return;
    }
    let (_folder, screen) = prompt(&recipe(0));
    screen
        .types("source ./recipe")
        .presses("Enter")
        .shows("6/6");
    screen
        .types("formalalliance")
        .shows("1/6")
        .shows("Also asked as:");
    screen.presses("Enter").shows("\nalliance\n");
}

#[test]
fn the_list_is_made_anew_at_each_key() {
    if !there(&["fzf", "tmux", "bash"]) {
        return;
    }
    let (folder, screen) = prompt(&recipe(1));
    screen.enters("source ./recipe");
    screen.types("faqs").presses("Enter").shows("6/6");
    // Words in another order than they stand, a synonym, and the beginning of a word.
    screen
        .types("tokyo pact form")
        .shows("1/1")
        .shows("Could this lead to a formal alliance");
    screen.shows("Will they sign a defense treaty?");
    // What shells act on is passed on as it is, and nothing matches it.
    screen
        .presses("C-u")
        .shows("6/6")
        .types("'$(touch made)'; \"x")
        .shows("0/0");
    screen
        .presses("C-u")
        .shows("6/6")
        .types("pyongyang")
        .shows("Do the talks deter Pyongyang?");
    screen.presses("Enter").shows("\nnorth-korea\n");
    assert!(!folder.path().join("made").exists());
}
