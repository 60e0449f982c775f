//! `faq ask -`: one result for each question of a stream, in their order.

mod questions;

use std::io::{self, Read, Write};

use faq::cores::Cores;

use super::ask::Session;
use super::miss_log::MissLog;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::output::page::Page;
use crate::cli::output::{human, json, notice};
use crate::cli::report::{Answer, Outcome};

pub(super) use questions::{Line, Questions};

/// How many questions are answered together at most: their answers are all in memory.
const MOST_TOGETHER: usize = 64;

pub(super) fn run(
    session: &Session<'_>,
    stream: impl Read,
    log: &mut MissLog,
    out: &mut Page<impl Write>,
) -> Result<Exit, Error> {
    let mut questions = Questions::new(stream);
    let mut exit = Exit::Answered;
    let mut first = true;
    let mut complaints = Complaints::default();
    let cores = Cores::here();
    loop {
        // An answer never waits for a question that has not arrived.
        if !questions.has_question() {
            out.flush().map_err(Error::Output)?;
        }
        let (together, end) = at_hand(&mut questions);
        let asked = cores.each(&together, |line| session.ask(line.question()));
        for (line, asked) in together.iter().zip(asked) {
            let asked = asked?;
            let mut report = session.report(line.question(), &asked);
            if let Line::Unread(unread) = line {
                report.query = &unread.beginning;
                report.error = Some(unread.error.to_string());
                report.explanation = None;
                exit = Exit::Failed;
                out.flush().map_err(Error::Output)?;
                complaints.add(&unread.error);
            } else {
                log.add(&report);
            }
            print(session, &report, first, out).map_err(Error::Output)?;
            first = false;
            if report.status != Outcome::Answered && exit == Exit::Answered {
                exit = Exit::NotAnswered;
            }
        }
        match end {
            None => {}
            Some(Ok(())) => break,
            // What was answered before a fault stays answered.
            Some(Err(error)) => return out.flush().map_err(Error::Output).and(Err(error)),
        }
    }
    out.flush().map_err(Error::Output)?;
    Ok(exit)
}

/// The next question, and those that are at hand besides; whether they were the last, or the stream is at fault behind
/// them.
fn at_hand(questions: &mut Questions<impl Read>) -> (Vec<Line>, Option<Result<(), Error>>) {
    let mut found = Vec::new();
    loop {
        match questions.next() {
            Ok(Some(question)) => found.push(question),
            Ok(None) => return (found, Some(Ok(()))),
            Err(error) => return (found, Some(Err(error))),
        }
        if found.len() == MOST_TOGETHER || !questions.has_question() {
            return (found, None);
        }
    }
}

fn print(
    session: &Session<'_>,
    report: &Answer<'_>,
    first: bool,
    out: &mut Page<impl Write>,
) -> io::Result<()> {
    let args = session.args;
    if args.json {
        return json::print(out, report);
    }
    if args.answer_only {
        return human::answer_record(out, report.answer.unwrap_or_default(), args.null);
    }
    if !first {
        out.blank()?;
    }
    human::batch_answer(out, report, session.width, session.lists_matches())?;
    session.print_explanation(report, true, out)
}

/// What is said of the lines that cannot be read.
#[derive(Default)]
struct Complaints {
    /// How to mend the last one: whoever has a thousand of them needs to be told once.
    mend: Option<String>,
}

impl Complaints {
    fn add(&mut self, error: &Error) {
        let mend = error.mend();
        let is_said = self.mend == mend;
        let mends = mend.clone().filter(|_| !is_said);
        self.mend = mend;
        // The batch goes on where standard error cannot be written to: its exit code tells as well.
        let mends: Vec<String> = mends.into_iter().collect();
        let _ = notice::mistake(&mut Page::new(io::stderr()), &error.to_string(), &mends);
    }
}
