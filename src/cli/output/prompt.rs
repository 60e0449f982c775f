//! What the prompt says between answers: plain lines that make sense when they are read aloud.

use std::io::{self, Write};

use super::human::INDENT;
use super::page::Page;
use super::sanitize::Clean;
use super::style;
use super::wrap::{hang, wrap};
use crate::cli::report::{Answer, Match, Outcome, Welcome};

/// What can be typed, in lines of at most 40 columns.
const HELP: &str = "\
Type a question in your own words, or:
  2            opens number 2 of a list
  list         lists all questions
  list money   lists those that match
  help or ?    shows this help
  quit         leaves, as Ctrl-D does
In quotes, such a word is a question:
  \"list\"";

/// The keys, where lines are edited.
const KEYS: &str = "\
Tab completes a stored question, and the
up arrow brings back an earlier line.
Ctrl-C clears the line, and leaves when
it is empty.";

/// What is asked, how much of it there is, and where to go from here.
pub(crate) fn welcome(
    out: &mut Page<impl Write>,
    welcome: &Welcome,
    width: Option<usize>,
) -> io::Result<()> {
    let questions = match welcome.questions {
        1 => "1 question".to_owned(),
        count => format!("{count} questions"),
    };
    let said = format!("FAQ: {}, {questions}. Ask one, or type help.", welcome.faq);
    out.lines(&wrap(&Clean::line(&said), width, ""))
}

/// What can be typed.
pub(crate) fn help(out: &mut Page<impl Write>, keys: bool, width: Option<usize>) -> io::Result<()> {
    out.lines(&wrap(&Clean::text(HELP), width, ""))?;
    if keys {
        out.lines(&wrap(&Clean::text(KEYS), width, ""))?;
    }
    out.blank()
}

/// Related questions, numbered.
pub(crate) fn related<'q>(
    out: &mut Page<impl Write>,
    questions: impl ExactSizeIterator<Item = &'q str>,
    width: Option<usize>,
) -> io::Result<()> {
    if questions.len() == 0 {
        return Ok(());
    }
    out.blank()?;
    out.line(&[&style::heading("Related:")])?;
    numbered(out, questions, width)
}

/// Questions from 1 on, each of them on a line of its own.
pub(crate) fn numbered<'q>(
    out: &mut Page<impl Write>,
    questions: impl ExactSizeIterator<Item = &'q str>,
    width: Option<usize>,
) -> io::Result<()> {
    let digits = questions.len().to_string().len();
    for (number, question) in (1..).zip(questions) {
        let first = format!("{INDENT}{number:>digits$}. ");
        let rest = " ".repeat(first.len());
        out.lines(&hang(&Clean::line(question), width, &first, &rest))?;
    }
    Ok(())
}

/// That there is no answer, and what may have been meant: numbered, after scores and ids where those are wanted.
pub(crate) fn no_answer(
    out: &mut Page<impl Write>,
    report: &Answer<'_>,
    near: &[Match<'_>],
    width: Option<usize>,
    list_matches: bool,
) -> io::Result<()> {
    let query = report.query;
    let said = match report.status {
        Outcome::Ambiguous => format!("Several questions fit \"{query}\"."),
        Outcome::Answered | Outcome::None => format!("No answer to \"{query}\"."),
    };
    out.lines(&wrap(&Clean::line(&said), width, ""))?;
    if near.is_empty() {
        out.line(&[&Clean::line("To see all questions, type list.")])?;
        return out.blank();
    }
    out.line(&[&Clean::line("Did you mean:")])?;
    let said: Vec<String> = near
        .iter()
        .map(|found| {
            if list_matches {
                format!("{:.2} {}: {}", found.score, found.id, found.question)
            } else {
                found.question.to_owned()
            }
        })
        .collect();
    numbered(out, said.iter().map(String::as_str), width)?;
    out.blank()
}

/// That no stored question matches the words after `list`, and how to ask them.
pub(crate) fn nothing_listed(
    out: &mut Page<impl Write>,
    filter: &str,
    width: Option<usize>,
) -> io::Result<()> {
    let said = if filter.is_empty() {
        "There are no questions.".to_owned()
    } else {
        format!(
            "No question matches \"{filter}\". To ask it as a question, type: \"list {filter}\""
        )
    };
    out.lines(&wrap(&Clean::line(&said), width, ""))?;
    out.blank()
}

/// That a number is on no list.
pub(crate) fn no_number(
    out: &mut Page<impl Write>,
    number: usize,
    last: usize,
    width: Option<usize>,
) -> io::Result<()> {
    let said = match last {
        0 => format!("There is no list yet to open number {number} of."),
        1 => format!("There is no number {number}: the last list has only 1."),
        _ => format!("There is no number {number}: the last list goes from 1 to {last}."),
    };
    out.lines(&wrap(&Clean::line(&said), width, ""))?;
    out.blank()
}

/// That a line could not be read.
pub(crate) fn not_text(out: &mut Page<impl Write>) -> io::Result<()> {
    out.line(&[&Clean::line("That line is not UTF-8.")])?;
    out.blank()
}

/// What a beginning may become, each choice wrapped for itself.
pub(crate) fn choices(choices: &[String], more: usize, width: Option<usize>) -> Vec<String> {
    let wrapped = |text: &str| {
        let rest = INDENT.repeat(2);
        hang(&Clean::line(text), width, INDENT, &rest).join("\n")
    };
    let mut shown: Vec<String> = choices.iter().map(|choice| wrapped(choice)).collect();
    if more > 0 {
        shown.push(wrapped(&format!("and {more} more")));
    }
    // One wider than half the window keeps them one below the other.
    if let (Some(first), Some(width)) = (shown.first_mut(), width)
        && choices.len() > 1
    {
        *first = format!("{first:<0$}", width / 2);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_fits_a_narrow_terminal_as_it_is() {
        for line in HELP.lines().chain(KEYS.lines()) {
            assert!(line.len() <= 40, "{line}");
        }
    }

    #[test]
    fn numbers_stand_below_each_other_and_questions_hang() {
        let questions: Vec<String> = (1..=10).map(|n| format!("What is {n} of it?")).collect();
        let mut out = Page::new(Vec::new());
        numbered(&mut out, questions.iter().map(String::as_str), Some(20)).unwrap();
        let text = std::str::from_utf8(out.bytes()).unwrap();
        assert!(
            text.starts_with("   1. What is 1 of\n      it?\n   2. "),
            "{text}"
        );
        assert!(text.ends_with("  10. What is 10 of\n      it?\n"), "{text}");
    }
}
