//! The printer for people of how an answer came about, in plain words.

use std::io::{self, Write};

use super::human::INDENT;
use super::page::Page;
use super::sanitize::Clean;
use super::style;
use super::wrap::{self, hang, wrap};
use crate::cli::report::{Answer, As, Candidate, Explanation, In, Kind, Meeting, Why, Word};

/// Words are lined up to so many columns; one that is longer pushes only its own line out.
const WORD: usize = 16;
/// The columns before a word: indentation, weight, and the space between.
const BEFORE_WORD: usize = 9;

/// Why there is an answer or none, what became of each word, and what speaks for each match; nothing where no
/// explanation was asked for.
pub(crate) fn explanation(
    out: &mut Page<impl Write>,
    report: &Answer<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    let Some(explanation) = &report.explanation else {
        return Ok(());
    };
    out.line(&[&style::heading("Explanation:")])?;
    indented(out, &why(report.confidence, explanation), width)?;
    words(out, explanation, width)?;
    if explanation.candidates.is_empty() {
        return Ok(());
    }
    out.blank()?;
    out.line(&[&style::heading("Candidates:")])?;
    (1..)
        .zip(&explanation.candidates)
        .try_for_each(|(place, found)| candidate(out, place, found, width))
}

/// Why the status is what it is.
fn why(confidence: f64, explanation: &Explanation<'_>) -> String {
    let threshold = explanation.threshold;
    let below = format!("the confidence {confidence} is below the threshold {threshold}");
    match explanation.reason {
        Why::NothingShared => "No answer: no entry shares anything with the question.".to_owned(),
        Why::AlwaysAnswered => format!(
            "Answered: with the threshold 0 the first match always is; its confidence is {confidence}."
        ),
        Why::StoredPhrasing => {
            "Answered: the question is stored, word for word, so the confidence is 1.".to_owned()
        }
        Why::SharedPhrasing => format!(
            "No single answer: several entries have the question word for word, so the confidence in each is {confidence}."
        ),
        Why::Confident => {
            format!("Answered: the confidence {confidence} reaches the threshold {threshold}.")
        }
        Why::SeveralFit => {
            format!("No single answer: {below}, and several entries fit about equally well.")
        }
        Why::AsksNothing => {
            "No answer: no word of the question says what is asked, nor what about.".to_owned()
        }
        Why::NotConfident => format!("No answer: {below}."),
    }
}

fn words(
    out: &mut Page<impl Write>,
    explanation: &Explanation<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    if explanation.words.is_empty() {
        return indented(out, "The question has no words.", width);
    }
    out.blank()?;
    out.line(&[&style::heading("Words, each with its weight:")])?;
    let columns = |word: &Word<'_>| wrap::columns(&Clean::line(word.word));
    let widest = explanation.words.iter().map(columns).max();
    let widest = widest.unwrap_or_default().min(WORD);
    for word in &explanation.words {
        let text = Clean::line(word.word);
        let fate = Clean::line(&fate(word));
        let start = format!("{INDENT}{:5.2}{INDENT}", word.weight);
        let below = BEFORE_WORD + widest + INDENT.len();
        let alone = " ".repeat(BEFORE_WORD + INDENT.len());
        // A word too long for its column, or one that leaves what is said of it too little room, stands alone.
        if columns(word) > widest || width.is_some_and(|width| below > width / 2) {
            out.lines(&hang(&text, width, &start, &alone))?;
            out.lines(&wrap(&fate, width, &alone))?;
        } else {
            let padding = " ".repeat(widest - columns(word));
            let first = format!("{start}{text}{padding}{INDENT}");
            out.lines(&hang(&fate, width, &first, &" ".repeat(below)))?;
        }
    }
    match explanation.ignored_words {
        0 => Ok(()),
        1 => indented(out, "1 more word is ignored.", width),
        more => indented(out, &format!("{more} more words are ignored."), width),
    }
}

/// What became of a word, and what makes it weigh less.
fn fate(word: &Word<'_>) -> String {
    let met = match &word.met {
        Some(met) => meeting(word, met),
        None if word.known => "known, but not in the first match".to_owned(),
        None => "not known to the FAQ".to_owned(),
    };
    let correction = word
        .correction
        .map(|correction| format!("{} → {correction}", word.word));
    let kind = match word.kind {
        _ if word.may_be_acronym => Some("may be an acronym, weighs half".to_owned()),
        Kind::Subject => None,
        Kind::Question => Some("question word, weighs less".to_owned()),
        Kind::Function => Some("function word, weighs little".to_owned()),
    };
    let said: Vec<String> = [correction, Some(met), kind]
        .into_iter()
        .flatten()
        .collect();
    said.join("; ")
}

/// What a word met, why that stands for it, and where.
fn meeting(word: &Word<'_>, met: &Meeting<'_>) -> String {
    let Meeting { asked, stored, .. } = met;
    // Of a phrase it must be said which it is.
    let phrase = if *asked == word.correction.unwrap_or(word.word) {
        String::new()
    } else {
        format!("\"{asked}\": ")
    };
    let relation = match met.relation {
        As::Same => "found".to_owned(),
        As::Mistyped if word.correction == Some(*stored) => "found".to_owned(),
        As::Mistyped => format!("mistyped for \"{stored}\""),
        As::Acronym => format!("read as \"{stored}\""),
        As::Form => format!("form of \"{stored}\" (stem {})", word.stem),
        As::IrregularForm => format!("irregular form of \"{stored}\""),
        As::Origin => format!("akin to \"{stored}\""),
        As::Synonym => format!("synonym of \"{stored}\""),
        As::SameMeaning => format!("general synonym of \"{stored}\""),
        As::NearMeaning => format!("near in meaning to \"{stored}\""),
        As::Compound => format!("written \"{stored}\""),
    };
    let part = match met.part {
        In::Question => "in the stored question",
        In::Alternate => "in an alternate",
        In::Answer => "only in the answer",
    };
    format!("{phrase}{relation} {part}")
}

/// A match with its three views.
fn candidate(
    out: &mut Page<impl Write>,
    place: usize,
    found: &Candidate<'_>,
    width: Option<usize>,
) -> io::Result<()> {
    let first = format!("{INDENT}{place}. ");
    let rest = " ".repeat(first.len());
    let name = Clean::line(&format!("{} ({})", found.question, found.id));
    out.lines(&hang(&name, width, &first, &rest))?;
    let score = if found.exact {
        "has the question word for word:".to_owned()
    } else {
        format!("score {:.2} from three views:", found.score)
    };
    let judged = format!("confidence {}, {score}", found.confidence);
    out.lines(&wrap(&Clean::line(&judged), width, &rest))?;
    for (share, of_what) in [
        (found.asked_found, "of your question is in its phrasings"),
        (found.stored_found, "of its phrasings is in your question"),
        (found.bag, "of the most shared words, answer included"),
    ] {
        let first = format!("{rest}{INDENT}{share:.2}{INDENT}");
        let below = " ".repeat(first.len());
        out.lines(&hang(&Clean::line(of_what), width, &first, &below))?;
    }
    Ok(())
}

fn indented(out: &mut Page<impl Write>, text: &str, width: Option<usize>) -> io::Result<()> {
    out.lines(&wrap(&Clean::line(text), width, INDENT))
}
