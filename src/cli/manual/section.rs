//! From what stands at the end of a help to sections of a page.

use clap_mangen::roff::{Roff, bold, roman};

/// Adds a text of paragraphs and indented lines. A line that ends with a colon begins a section, if manuals have a
/// name for it; the first line of a text that no section is open for begins one as well.
pub(super) fn add(page: &mut Roff, text: &str) {
    let (mut section, mut is_begun) = ("", false);
    for block in text.split("\n\n") {
        let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
        let named = title(first);
        if let Some(title) = named.or(section.is_empty().then_some("NOTES")) {
            page.control("SH", [title]);
            section = title;
        } else if is_begun && !block.starts_with("  ") {
            page.control("PP", []);
        }
        is_begun = named.is_none() || !rest.is_empty();
        let lines = if named.is_some() { rest } else { block };
        let (indented, prose): (Vec<&str>, Vec<&str>) =
            lines.lines().partition(|line| line.starts_with("  "));
        if !prose.is_empty() {
            page.text([roman(prose.join("\n"))]);
        }
        let indented: Vec<&str> = indented.iter().map(|line| &line[2..]).collect();
        match indented.first() {
            Some(&"{") => as_it_stands(page, &indented),
            _ => list(page, &indented, section),
        }
    }
}

/// What the section that a line begins is called in manuals.
fn title(line: &str) -> Option<&'static str> {
    Some(match line {
        "Examples:" => "EXAMPLES",
        "Variables:" => "ENVIRONMENT",
        "Exit codes:" => "EXIT STATUS",
        "The FAQ is the first of these that there is:" => "FILES",
        "What a FAQ may hold, and in which formats" => "FILE FORMAT",
        _ => return None,
    })
}

fn as_it_stands(page: &mut Roff, lines: &[&str]) {
    page.control("PP", []);
    page.control("RS", ["2"]);
    page.control("nf", []);
    page.text([roman(lines.join("\n"))]);
    page.control("fi", []);
    page.control("RE", []);
}

/// Lines of a term and what it means, with at least two spaces between; a line further in goes on with the last.
fn list(page: &mut Roff, lines: &[&str], section: &str) {
    for line in lines {
        match line.split_once("  ") {
            Some(("", rest)) => page.text([roman(rest.trim_start())]),
            Some((term, meaning)) => {
                page.control("TP", []);
                page.text([bold(term)]);
                page.text([roman(meaning.trim_start())])
            }
            None if section == "FILES" => {
                page.control("IP", ["\\(bu", "2"]);
                page.text([roman(*line)])
            }
            None => {
                page.control("TP", []);
                page.text([bold(*line)])
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_sections() {
        for (text, expected) in [
            (
                "Examples:\n  faq list    all\n  faq show x\n\nMore\nof it.",
                ".SH EXAMPLES\n.TP\n\\fBfaq list\\fR\nall\n.TP\n\\fBfaq show x\\fR\n.PP\nMore\nof it.\n",
            ),
            (
                "Exit codes:\n  0  done\n  1  not\n     done",
                ".SH \"EXIT STATUS\"\n.TP\n\\fB0\\fR\ndone\n.TP\n\\fB1\\fR\nnot\ndone\n",
            ),
            (
                "Words.\n\n  {\n    1\n  }",
                ".SH NOTES\nWords.\n.PP\n.RS 2\n.nf\n{\n  1\n}\n.fi\n.RE\n",
            ),
        ] {
            let mut page = Roff::new();
            add(&mut page, text);
            assert_eq!(page.to_roff(), expected);
        }
    }
}
