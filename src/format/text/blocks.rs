//! Blocks after lines with nothing but `-`: the first line is the question, the rest is the answer.

use std::ops::Range;

use super::passage::{as_it_stands, lines, preamble, trimmed};
use super::{is_separator, no_questions};
use crate::format::Fault;
use crate::format::draft::{Draft, Located};
use crate::format::sink::Sink;

pub(super) fn read<'a>(text: &'a str, sink: &mut Sink<'a>) -> Result<(), Fault> {
    let separators = lines(text).filter(|&(_, line)| is_separator(line));
    let separators = separators.map(|(begin, line)| begin..begin + line.len());
    let mut any = false;
    // Where the block begins that the next separator ends; the one before the first may be none.
    let mut begin = None;
    for separator in separators.chain(std::iter::once(text.len()..text.len())) {
        let block = trimmed(text, begin.unwrap_or(0)..separator.start);
        if begin.is_none() && !is_entry(&text[block.clone()]) {
            preamble(text, separator.start, sink);
        } else if !block.is_empty() {
            any = true;
            sink.entry(draft(text, block))?;
        }
        begin = Some(separator.end);
    }
    if any { Ok(()) } else { Err(no_questions()) }
}

/// Whether a text before the first separator is an entry, and not about the whole.
fn is_entry(text: &str) -> bool {
    let line = text.split_once('\n');
    line.is_some_and(|(first, _)| first.trim_end().ends_with(['?', '？', '؟']))
}

fn draft(text: &str, block: Range<usize>) -> Draft<'_> {
    let content = &text[block.clone()];
    let (question, _) = content.split_once('\n').unwrap_or((content, ""));
    let answer = trimmed(text, block.start + question.len()..block.end);
    Draft {
        offset: block.start,
        question: Some(Located::new(question.trim_end(), block.start)),
        answer: (!answer.is_empty()).then(|| as_it_stands(text, answer)),
        ..Draft::default()
    }
}
