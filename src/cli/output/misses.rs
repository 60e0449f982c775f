//! The printer for people of what `faq misses` found.

use std::io::{self, Write};

use super::page::Page;
use super::sanitize::Clean;
use super::style::{self, Style};
use super::wrap::{hang, wrap};
use crate::cli::report::{MissGroup, MissGroups};

/// How many phrasings of a group are shown besides the first.
const OTHERS: usize = 3;

/// The groups, how many there are, and what to do about them.
pub(crate) fn misses(
    out: &mut Page<impl Write>,
    report: &MissGroups<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    let counts = report.groups.iter().map(|group| group.count);
    let digits = counts.max().unwrap_or_default().to_string().len();
    for found in &report.groups {
        group(out, found, digits, width)?;
        out.blank()?;
    }
    for line in closing(report) {
        out.lines(&wrap(&Clean::line(&line), width, ""))?;
    }
    Ok(())
}

/// How often something was asked, in which words, and the entry that is nearest.
fn group(
    out: &mut Page<impl Write>,
    group: &MissGroup<'_>,
    digits: usize,
    width: Option<usize>,
) -> io::Result<()> {
    let count = format!("{:digits$} ×  ", group.count);
    let below = " ".repeat(count.chars().count());
    let mut questions = group.questions.iter().map(|asked| asked.question);
    let first = Clean::line(questions.next().unwrap_or_default());
    for line in hang(&first, width, &count, &below) {
        let (margin, question) = match line.strip_prefix(&count) {
            Some(question) => (&count, question),
            None => (&below, line.as_str()),
        };
        let question = style::paint(&Clean::line(question), Style::STRONG);
        out.line(&[&Clean::verbatim(margin), &question])?;
    }
    let others: Vec<&str> = questions.by_ref().take(OTHERS).collect();
    if !others.is_empty() {
        let more = match questions.count() {
            0 => String::new(),
            more => format!(" (and {more} more)"),
        };
        let others = Clean::line(&format!("{}{more}", others.join("; ")));
        for line in hang(&others, width, &below, &below) {
            let others = style::quiet(&Clean::line(&line));
            out.line(&[&Clean::verbatim(&below), &others])?;
        }
    }
    let nearest = match &group.nearest {
        Some(near) => format!(
            "nearest: {} ({}, {})",
            near.question, near.id, near.confidence
        ),
        None => "nearest: none".to_owned(),
    };
    out.lines(&hang(&Clean::line(&nearest), width, &below, &below))
}

/// How many there are, and what to do about them.
fn closing(report: &MissGroups<'_>) -> Vec<String> {
    let MissGroups {
        misses,
        answered,
        least,
        ..
    } = *report;
    let shown = report.groups.len();
    let groups = shown + report.more_groups;
    let by_now = match answered {
        0 => String::new(),
        1 => "; 1 more is answered by now".to_owned(),
        more => format!("; {more} more are answered by now"),
    };
    let what = match (groups, report.smaller) {
        (0, 0) => return vec![no_misses(answered)],
        (0, _) => return vec![format!("No group of at least {least}{by_now}.")],
        (1, _) => format!("1 group of {}", plural(misses, "question")),
        (groups, _) => format!("{groups} groups of {}", plural(misses, "question")),
    };
    let mut lines = vec![format!("{what} without an answer{by_now}.")];
    if report.more_groups > 0 {
        lines.push(format!(
            "{} not shown; all of them: --limit {groups}",
            plural(report.more_groups, "group")
        ));
    }
    lines.push(
        "Add those that an entry answers to its alternates, write new entries for the others, and run this again."
            .to_owned(),
    );
    lines
}

fn no_misses(answered: usize) -> String {
    match answered {
        0 => "No misses.".to_owned(),
        1 => "No misses: 1 question is answered by now.".to_owned(),
        more => format!("No misses: {more} questions are answered by now."),
    }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}
