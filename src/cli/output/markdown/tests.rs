//! Whole answers: what stands in the text is what is shown.

use super::*;

#[track_caller]
fn shows(text: &str, expected: &str) {
    assert_eq!(plain(text, None).join("\n"), expected, "{text:?}");
}

#[test]
fn plain_text_comes_out_unharmed() {
    for text in [
        "C# is 5 * 3 * 2",
        "5*3*2 = 30 and 3*4 is not 5*6",
        "snake_case_name and another_one",
        "2 * 3\n4 * 5",
        "*.txt and *.md",
        "#1 is better than #2 & #3",
        "PROGRA~1 and DOCUME~1, ~5 or ~6",
        "Press <enter>, then type <your-name>; List<String> and a < b > c",
        "See [1] and [the other]. Or not [x]!",
        "AT&T, R&D; 10 > 9",
        "First line\nsecond line\n\n\n  an indented one *\nthe last",
        "Prices:\n+ tax\n+ delivery",
        "* Terms apply.\n** Really.",
        "Results:\n\n7. Anna\n12. Ben",
        "1986. A great year.",
        "1) one\n2) two",
        "  - indented\n  - twice",
        "Ends with `a tick",
        "100% | half",
        "中文 * 中文 _ 中文",
        "a\tb *",
        "[Note]: closed\n\nSee *\n\n[Other]: thing\n[Third]: one",
    ] {
        shows(text, text);
    }
}

#[test]
fn emphasis_leaves_nothing_but_its_text() {
    shows(
        "This is **very** *important*, __really__ _so_, ***both***.",
        "This is very important, really so, both.",
    );
    shows("un*frigging*believable **!**", "un*frigging*believable !");
    shows("这是**重点**内容", "这是重点内容");
    shows("~~20~~ 15 euros, ~10~", "~~20~~ 15 euros, ~10~");
    shows("\\*not\\* &amp; &copy;", "*not* & ©");
}

#[test]
fn headings_are_lines() {
    shows(
        "# One\ntext\n## Two ##\n\nThree\n---\nmore",
        "One\ntext\nTwo\n\nThree\nmore",
    );
}

#[test]
fn lists_keep_their_marks_and_hang() {
    shows(
        "- one\n- two\n  more\n    - three\n\n      and\n- four",
        "- one\n- two\n  more\n  - three\n\n    and\n- four",
    );
    shows("1. one\n1. two\n1. three", "1. one\n2. two\n3. three");
    shows("Intro:\n- a\n- b\n\nOutro", "Intro:\n- a\n- b\n\nOutro");
    shows("- a\n-\n- b", "- a\n-\n- b");
    shows("- [ ] to do\n- [x] done", "- [ ] to do\n- [x] done");
    shows("- - a\n  - b", "- - a\n  - b");
    let wrapped = plain("9. one two three\n10. four *five* six", Some(20));
    assert_eq!(wrapped, ["9. one two three", "10. four five six"]);
    let wrapped = plain("10. one two three four five", Some(12));
    assert_eq!(
        wrapped,
        ["10. one two", "    three", "    four", "    five"]
    );
}

#[test]
fn code_keeps_its_marks_and_its_lines() {
    shows(
        "Run `rm *` or ``a`b`` or `` ` ``.",
        "Run `rm *` or `a``b` or `` ` ``."
            .replace("`a``b`", "``a`b``")
            .as_str(),
    );
    shows(
        "Do:\n\n```sh\na  *b*\n\n  c\n```\nDone.",
        "Do:\n\n    a  *b*\n\n      c\nDone.",
    );
    shows("Do:\n\n    a  *b*\n\nDone.", "Do:\n\n    a  *b*\n\nDone.");
    shows("- item\n\n  ```\n  code\n  ```", "- item\n\n      code");
    let long = "x".repeat(50);
    assert_eq!(
        plain(&format!("```\n{long} y\n```"), Some(20)),
        [format!("    {long} y").as_str()]
    );
    assert_eq!(
        plain("run `faq ask us` now", Some(15)),
        ["run", "`faq ask us`", "now"]
    );
}

#[test]
fn links_say_where_they_lead() {
    shows(
        "[the page](https://a.example/x_y_z)",
        "the page (https://a.example/x_y_z)",
    );
    shows(
        "[https://a.example](https://a.example)",
        "https://a.example",
    );
    shows(
        "<https://a.example> and <me@a.example>",
        "https://a.example and me@a.example",
    );
    shows("[me@a.example](mailto:me@a.example)", "me@a.example");
    shows(
        "[the **best** `one`][1]\n\n[1]: /b \"title\"",
        "the best `one` (/b)",
    );
    shows("[](https://a.example)[no](<>)", "https://a.exampleno");
    shows("[over\nlines](/a)", "over\nlines (/a)");
    shows("![A cat](cat.png) ![](dog.png)", "A cat dog.png");
    shows("[![A cat](cat.png)](/cats)", "A cat (/cats)");
}

#[test]
fn quotes_keep_their_marks() {
    shows(
        "> one\n> two\n>\n> three\n\nfour",
        "> one\n> two\n>\n> three\n\nfour",
    );
    shows(
        "> > deep\n> - item\n>   more",
        "> > deep\n> - item\n>   more",
    );
    assert_eq!(
        plain("> one two *three*", Some(10)),
        ["> one two", "> three"]
    );
}

#[test]
fn tables_stand_in_columns_where_they_fit() {
    let table = "| Day | Hours |\n|---|---:|\n| Sunday | 12-5 |\n| Monday | `9-18` |";
    shows(table, "Day    |  Hours\nSunday |   12-5\nMonday | `9-18`");
    shows(
        "one\n\n| *a* |\n|-|\n| b<br>c |\n\ntwo",
        "one\n\na\nb c\n\ntwo",
    );
    assert_eq!(
        plain(table, Some(8)),
        [
            "Day |", "  Hours", "Sunday |", "  12-5", "Monday |", "  `9-18`"
        ]
    );
}

#[test]
fn breaks_and_rules_are_lines() {
    shows(
        "one  \ntwo\\\nthree\nfour<br>five<br><br/>six",
        "one\ntwo\nthree\nfour\nfive\n\nsix",
    );
    shows("one\n\n***\n\ntwo", "one\n\n---\n\ntwo");
}

#[test]
fn html_is_text_but_for_comments() {
    shows(
        "<p>Hello <b>you</b></p>\n\nand *<b>you</b>*",
        "<p>Hello <b>you</b></p>\n\nand <b>you</b>",
    );
    shows(
        "one\n\n<!-- a\nnote -->\n\ntwo <!-- b -->three",
        "one\n\ntwo three",
    );
}

#[test]
fn line_ends_of_every_kind_are_lines() {
    shows("*one*\r\ntwo\r\n\r\n- three\r\n", "one\ntwo\n\n- three");
}

#[test]
fn controls_are_shown_wherever_they_stand() {
    shows(
        "*a\x1b[31m* `\x1b` [\x1b](\x1b) &#27;",
        "a<U+001B>[31m `<U+001B>` [<U+001B>](<U+001B>) <U+001B>",
    );
    shows(
        "```\n\u{202e}\x07\n```\n\n<\x1b>\n\n![\x1b](\u{9b})",
        "    <U+202E><U+0007>\n\n<<U+001B>>\n\n<U+001B>",
    );
}

#[test]
fn what_is_too_long_is_printed_as_it_is() {
    let text = "*a* ".repeat(MOST_BYTES / 4 + 1);
    shows(&text, text.trim_end());
}

#[test]
fn hostile_markdown_is_bounded() {
    let size = MOST_BYTES;
    let mut tried = 0;
    for piece in [
        "*", "**a ", "_a_", "> ", "- ", ">\n", "- a\n", "[", "](", "[a](", "![", "`", "``` ", "<",
        "<a ", "<!--", "|", "|-", "~~a", "\\", "&", "1. ", "*a _b ", "[a]: b\n", "[a][", "\n",
        "    a\n", "#\n", "a\n=\n", "(", "<br>", "\t- ", "> - ", "a\n> ", "```\n", "[[]()",
    ] {
        for before in ["", "a|b\n-|-\n"] {
            let text = format!(
                "{before}{}",
                piece.repeat(size / piece.len() - before.len())
            );
            let text = &text[..text.len().min(size)];
            let shown: usize = plain(text, Some(20)).iter().map(|line| line.len()).sum();
            assert!(shown < 64 * size, "{piece:?} after {before:?}: {shown}");
            tried += 1;
        }
    }
    // One line of all the marks there may be, and lines that go on without them.
    let half = size / 2;
    let lazy = format!("{}a\n{}", ">".repeat(half), "b\n".repeat(half / 2 - 2));
    let shown: usize = plain(&lazy, None).iter().map(|line| line.len()).sum();
    assert!(shown < 64 * size, "{shown}");
    assert_eq!(tried, 36 * 2);
}

#[test]
fn footnotes_are_numbers_in_brackets_and_what_they_say_hangs() {
    shows(
        "Ten[^1], **more**[^sun]. Not[^none].\n\n[^1]: With tax.\n[^sun]: From *noon*\n    on.\n\n    - a\n\n[^x]: Unused",
        "Ten[1], more[sun]. Not[^none].\n\n[1] With tax.\n[sun] From noon\n      on.\n\n      - a\n\n[x] Unused",
    );
    let lines = plain("a[^1]\n\n[^1]: one two three four", Some(14));
    let lines: Vec<&str> = lines.iter().map(Clean::as_str).collect();
    assert_eq!(lines, ["a[1]", "", "[1] one two", "    three four"]);
}
