//! The printer for people of what `faq test` found.

use std::io::{self, Write};

use super::human::INDENT;
use super::page::Page;
use super::sanitize::Clean;
use super::style;
use super::wrap::{hang, wrap};
use crate::cli::report::{Evaluation, Measure, Miss, Missed, Related, Suggested};

/// The columns that names and figures take.
const NAME: usize = 10;
const FIGURE: usize = 8;

/// The figures, a suggested threshold if one was asked for, and at most so many of the questions that went wrong.
pub(crate) fn evaluation(
    out: &mut Page<impl Write>,
    report: &Evaluation<'_>,
    misses: usize,
    width: Option<usize>,
) -> io::Result<()> {
    let total = report.in_scope + report.out_of_scope;
    let questions = if total == 1 { "question" } else { "questions" };
    let counts = format!(
        "{total} {questions}: {} in scope, {} out of scope",
        report.in_scope, report.out_of_scope
    );
    line(out, &counts, width)?;
    out.blank()?;
    for measure in Measure::ALL {
        let first = format!(
            "{:NAME$}{:FIGURE$}",
            name(measure),
            figure(report.shares.get(measure))
        );
        let meaning = Clean::line(&meaning(measure, report.threshold));
        let rest = " ".repeat(NAME + FIGURE);
        out.lines(&hang(&meaning, width, &first, &rest))?;
    }
    if let Some(suggested) = &report.suggested {
        out.blank()?;
        line(out, &suggestion(suggested), width)?;
    }
    if misses > 0 && !report.misses.is_empty() {
        out.blank()?;
        out.line(&[&style::heading("Misses:")])?;
        for listed in report.misses.iter().take(misses) {
            miss(out, listed, width)?;
        }
    }
    let total = report.misses.len();
    if misses > 0 && total > misses {
        let more = format!("{} more; all of them: --misses {total}", total - misses);
        out.lines(&wrap(&Clean::line(&more), width, INDENT))?;
    }
    Ok(())
}

/// The figures that are worse than they may be: for standard error.
pub(crate) fn floors_missed(out: &mut Page<impl Write>, report: &Evaluation<'_>) -> io::Result<()> {
    report.floors_missed.iter().try_for_each(|missed| {
        let Missed { figure, limit, .. } = missed;
        let name = name(*figure);
        let Some(value) = missed.value else {
            let said =
                format!("faq: {name} has nothing to count, so its limit of {limit} is missed");
            return out.line(&[&Clean::line(&said)]);
        };
        let side = if figure.is_better_low() {
            "above"
        } else {
            "below"
        };
        let said = format!("faq: {name} is {value:.4}, {side} its limit of {limit}");
        out.line(&[&Clean::line(&said)])
    })
}

fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::Hit1 => "Hit@1",
        Measure::Mrr10 => "MRR@10",
        Measure::Answered => "Answered",
        Measure::Right => "Right",
        Measure::Refused => "Refused",
        Measure::Auroc => "AUROC",
        Measure::Ece => "ECE",
    }
}

fn meaning(measure: Measure, threshold: f64) -> String {
    match measure {
        Measure::Hit1 => "of those in scope have the right entry as first match".to_owned(),
        Measure::Mrr10 => "is the mean of 1/rank of the right entry".to_owned(),
        Measure::Answered => format!("of those in scope are answered, at threshold {threshold}"),
        Measure::Right => "of the answers given are right".to_owned(),
        Measure::Refused => "of those out of scope are refused".to_owned(),
        Measure::Auroc => "of pairs have the higher confidence in scope".to_owned(),
        Measure::Ece => "is how far confidence is off, on average".to_owned(),
    }
}

/// A dash where there is nothing to count.
fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.4}"))
}

fn suggestion(suggested: &Suggested) -> String {
    let share = suggested.right_at_least;
    let Some(threshold) = suggested.threshold else {
        return format!("At no threshold are at least {share} of the answers given right.");
    };
    format!(
        "Threshold {threshold} is the lowest at which at least {share} of the answers given are right: right {}, answered {}, \
         refused {}.",
        figure(suggested.right),
        figure(suggested.answered),
        figure(suggested.refused)
    )
}

/// A question with its line, what it got, and what it should have got.
fn miss(out: &mut Page<impl Write>, miss: &Miss<'_>, width: Option<usize>) -> io::Result<()> {
    let first = format!("{INDENT}{}: ", miss.line);
    let below = INDENT.repeat(2);
    out.lines(&hang(&Clean::line(miss.query), width, &first, &below))?;
    let mut say = |text: &str| {
        let rest = INDENT.repeat(3);
        out.lines(&hang(&Clean::line(text), width, &below, &rest))
    };
    let is_right = miss.wanted.iter().any(|wanted| wanted.rank == Some(1));
    let got = match (&miss.found, miss.answered) {
        (None, _) => "not answered, nothing fits".to_owned(),
        (Some(found), true) => format!("answered: {}", entry(found, miss.confidence)),
        (Some(found), false) if is_right => {
            format!("right, but not answered: {}", entry(found, miss.confidence))
        }
        (Some(found), false) => {
            format!("not answered, nearest: {}", entry(found, miss.confidence))
        }
    };
    say(&got)?;
    if miss.wanted.is_empty() {
        return say("wanted: no answer");
    }
    if is_right {
        return Ok(());
    }
    for wanted in &miss.wanted {
        let rank = wanted
            .rank
            .map_or_else(|| "no match".to_owned(), |rank| format!("rank {rank}"));
        say(&format!("wanted: {}", entry(&wanted.entry, rank)))?;
    }
    Ok(())
}

/// A stored question with its id and what is to be said of it.
fn entry(entry: &Related<'_>, said: impl std::fmt::Display) -> String {
    format!("{} ({}, {said})", entry.question, entry.id)
}

fn line(out: &mut Page<impl Write>, text: &str, width: Option<usize>) -> io::Result<()> {
    out.lines(&wrap(&Clean::line(text), width, ""))
}
