//! Whatever an answer holds.

use proptest::prelude::*;

use super::{plain, styled};
use crate::cli::output::sanitize::{Clean, is_unsafe};
use crate::cli::output::wrap::columns;

/// Text with all that means something in Markdown, and some that means something to a terminal.
fn marked() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "# ",
        "    ",
        "[",
        "](",
        ")",
        "<",
        ">",
        "|",
        "|-|-|",
        "---",
        "\\",
        "&#27;",
        "\x1b[31m",
        "\u{202e}",
        "\u{9b}",
        "\r\n",
        "\r",
        "\t",
        "word",
        "two words ",
        "漢字",
        "👩\u{200d}🚀",
        "e\u{301}",
        "<br>",
        "![",
        "[x] ",
        "https://a.example/",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_a_terminal_acts_on_gets_through(text in marked(), width in prop::option::of(1_usize..60)) {
        for line in plain(&text, width) {
            prop_assert!(!line.contains(|c| is_unsafe(c) && c != '\t'), "{line:?}");
        }
    }

    #[test]
    fn wherever_it_is_wrapped_the_words_are_the_same(text in marked(), width in 20_usize..60) {
        let one = |lines: Vec<Clean>| lines.concat().replace([' ', '\t', '>'], "");
        prop_assert_eq!(one(plain(&text, Some(width))), one(plain(&text, None)));
    }

    #[test]
    fn style_is_all_that_style_adds(text in marked(), width in prop::option::of(20_usize..60)) {
        let styled = styled(&text, width);
        let without = styled.iter().map(|line| Clean::verbatim(&without_styles(&line.to_string()))).collect::<Vec<_>>();
        prop_assert_eq!(without, plain(&text, width));
    }

    #[test]
    fn plain_words_survive(text in "[a-zA-Z0-9 .,:;!?'()\n-]{0,200}", width in prop::option::of(20_usize..60)) {
        prop_assert_eq!(letters(&plain(&text, width).concat()), letters(&text));
    }

    #[test]
    fn lines_fit_unless_a_word_does_not(text in "([a-zé漢👍*_`>-]{1,9}[ \n]){0,40}", width in 30_usize..60) {
        let is_code = |line: &str| line.starts_with("    ");
        for line in plain(&text, Some(width)) {
            let mut clean = Clean::default();
            clean.push(&line);
            prop_assert!(columns(&clean) <= width || is_code(&line), "{line:?}");
        }
    }
}

fn without_styles(line: &str) -> String {
    let mut parts = line.split("\x1b[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain += part.split_once('m').unwrap().1;
    }
    plain
}
