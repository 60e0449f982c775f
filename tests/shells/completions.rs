//! What a shell makes of a TAB.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::screen::Screen;
use super::{bash, there};

/// Ids with spaces, colons and signs that shells act on; tags; another FAQ in a file with a space.
const FAQ: &str = r#"[
  {"id": "alpha one", "question": "First?", "answer": "1", "tags": ["getting started", "x:y"]},
  {"id": "alpha-two", "question": "Second?", "answer": "2", "tags": ["orders"]},
  {"id": "b:eta", "question": "It's $HOME: third?", "answer": "3"},
  {"id": "c$d", "question": "Fourth?", "answer": "4"},
  {"id": "漢字", "question": "Fifth?", "answer": "5"}
]"#;
const SHOP: &str = r#"[{"id": "shop-one", "question": "Open?", "answer": "Yes."}]"#;

/// What is typed, and what a TAB makes of it in any shell.
const TYPED: &[(&str, &str)] = &[
    ("faq sho", "faq show"),
    ("faq show alpha-", "faq show alpha-two"),
    (r"faq show alpha\ ", r"faq show alpha\ one"),
    ("faq show b", "faq show b:eta"),
    ("faq show b:e", "faq show b:eta"),
    ("faq show c", r"faq show c\$d"),
    ("faq show 漢", "faq show 漢字"),
    ("faq list --tag ord", "faq list --tag orders"),
    ("faq list --tag=ord", "faq list --tag=orders"),
    ("faq list --tag get", r"faq list --tag getting\ started"),
    ("faq list --tag x", "faq list --tag x:y"),
    ("faq ask -f my", r"faq ask -f my\ shop.json"),
    (
        r"faq show -f my\ shop.json sh",
        r"faq show -f my\ shop.json shop-one",
    ),
    (
        "faq show -f 'my shop.json' sh",
        "faq show -f 'my shop.json' shop-one",
    ),
    ("faq show --builtin us", "faq show --builtin us-role"),
    ("faq convert --to mark", "faq convert --to markdown"),
    ("faq ask --thr", "faq ask --threshold"),
    ("faq completions f", "faq completions fish"),
    ("faq help for", "faq help format"),
    ("true; faq sho", "true; faq show"),
];

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("faq.json"), FAQ).unwrap();
    fs::write(folder.path().join("my shop.json"), SHOP).unwrap();
    folder
}

#[track_caller]
fn completes(screen: &Screen, typed: &[(&str, &str)]) {
    for (line, completed) in typed {
        screen
            .types(line)
            .presses("Tab")
            .shows(&format!("$ {completed}"));
        screen.clear();
    }
}

#[test]
fn in_bash() {
    if !there(&["bash", "tmux"]) {
        return;
    }
    let folder = folder();
    let screen = Screen::new(folder.path(), "env PS1='$ ' bash --norc --noprofile");
    screen.begins().enters("source <(faq completions bash)");
    completes(&screen, TYPED);
    completes(
        &screen,
        &[
            ("faq show 'alpha o", "faq show 'alpha one'"),
            ("faq show \"c", "faq show \"c\\$d\""),
        ],
    );
    screen
        .types("faq ")
        .presses("Tab")
        .presses("Tab")
        .shows("misses");
    assert!(!screen.text().contains("__complete"));
}

#[test]
fn in_bash_where_the_script_is_found_by_its_name() {
    let loader = "/usr/share/bash-completion/bash_completion";
    if !there(&["bash", "tmux"]) || !Path::new(loader).exists() {
        println!("skipped: there is no {loader}");
        return;
    }
    let folder = folder();
    let made = "mkdir -p .local/share/bash-completion/completions && faq completions bash > .local/share/bash-completion/completions/faq";
    assert!(bash(folder.path(), made).status().unwrap().success());
    let screen = Screen::new(folder.path(), "env PS1='$ ' bash --norc --noprofile");
    screen.begins().enters(&format!("source {loader}"));
    completes(&screen, &TYPED[..5]);
}

#[test]
fn in_zsh() {
    if !there(&["zsh", "tmux"]) {
        return;
    }
    let folder = folder();
    let screen = Screen::new(folder.path(), "env PS1='$ ' zsh -f");
    screen
        .begins()
        .enters("autoload -U compinit; compinit -D; source <(faq completions zsh)");
    completes(&screen, TYPED);
    completes(
        &screen,
        &[
            ("faq show 'alpha o", "faq show 'alpha one'"),
            ("faq ask --file=my", r"faq ask --file=my\ shop.json"),
        ],
    );
    screen
        .types("faq show ")
        .presses("Tab")
        .shows("-- It's $HOME: third?");
}

#[test]
fn in_zsh_where_the_script_is_found_by_its_name() {
    if !there(&["zsh", "tmux", "bash"]) {
        return;
    }
    let folder = folder();
    let made = "mkdir functions && faq completions zsh > functions/_faq";
    assert!(bash(folder.path(), made).status().unwrap().success());
    let screen = Screen::new(folder.path(), "env PS1='$ ' zsh -f");
    screen
        .begins()
        .enters("fpath=(~/functions $fpath); autoload -U compinit; compinit -D");
    completes(&screen, &TYPED[..5]);
}

#[test]
fn in_fish() {
    if !there(&["fish", "tmux"]) {
        return;
    }
    let folder = folder();
    let screen = Screen::new(folder.path(), "fish --no-config");
    screen
        .shows("~")
        .enters("function fish_prompt; echo -n '$ '; end; faq completions fish | source");
    completes(&screen, TYPED);
    completes(
        &screen,
        &[
            ("faq show 'alpha o", "faq show 'alpha one'"),
            ("faq ask --file=my", r"faq ask --file=my\ shop.json"),
        ],
    );
    screen
        .types("faq show ")
        .presses("Tab")
        .shows("(It's $HOME: third?)");
}

#[test]
fn in_fish_by_its_own_interface() {
    if !there(&["fish", "bash"]) {
        return;
    }
    let folder = folder();
    for (line, expected) in [
        ("faq show a", "alpha one\tFirst?\nalpha-two\tSecond?\n"),
        (
            "faq l",
            "list\tList the stored questions, or those that match\n",
        ),
        ("faq ask what", ""),
        ("faq test --suggest-threshold cas", ""),
    ] {
        let script =
            format!("fish --no-config -c 'faq completions fish | source; complete -C \"{line}\"'");
        let output = bash(folder.path(), &script).output().unwrap();
        assert_eq!(
            String::from_utf8(output.stdout).unwrap(),
            expected,
            "{line}"
        );
    }
}
