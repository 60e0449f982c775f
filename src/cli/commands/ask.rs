//! `faq ask`: one question, or a batch from standard input.

use std::io::{self, IsTerminal, Read, Write};

use faq::{Engine, Faq, Options, Reply};

use super::page;
use crate::cli::args::Ask;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::load;
use crate::cli::output::page::Page;
use crate::cli::output::{explanation, human, json, standard};
use crate::cli::report::{Answer, Explanation, Match, Outcome};
use crate::cli::settings::{self, Settings};

use super::batch::Questions;
use super::miss_log::MissLog;

/// How many matches a script gets to choose from unless told otherwise.
const TOP_FOR_SCRIPTS: usize = 5;
/// How many questions are offered to a person who got no answer.
const OFFERED: usize = 3;

pub(in crate::cli) fn run(args: &Ask, settings: &Settings) -> Result<Exit, Error> {
    let input = input(args, settings)?;
    let faq = load::faq(settings)?;
    let session = Session {
        faq,
        engine: load::engine(faq),
        options: Options {
            top: args
                .top
                .unwrap_or(if args.json { TOP_FOR_SCRIPTS } else { OFFERED }),
            related: if args.answer_only { 0 } else { args.related },
            threshold: args.threshold,
            tags: settings.tags.clone(),
        },
        args,
        width: settings.width,
        hint_width: settings.hint_width,
    };
    let mut log = MissLog::open(settings::miss_log(args.log_misses.as_deref()));
    let mut out = page()?;
    match input {
        Input::One(question) => session.one(&question, &mut log, &mut out),
        Input::Batch => {
            let input = standard::input().map_err(Error::Input)?;
            session.batch(Questions::new(input), &mut log, &mut out)
        }
    }
}

/// Where questions come from.
enum Input {
    One(String),
    Batch,
}

fn input(args: &Ask, settings: &Settings) -> Result<Input, Error> {
    let batch = match args.question.as_slice() {
        [] if io::stdin().is_terminal() => return Err(Error::NoQuestion),
        [] => true,
        [word] => word == "-",
        _ => false,
    };
    if batch {
        return if settings.reads_standard_input() {
            Err(Error::InputTaken)
        } else {
            Ok(Input::Batch)
        };
    }
    let question = args.question.join(" ");
    if question.trim().is_empty() {
        Err(Error::EmptyQuestion)
    } else {
        Ok(Input::One(question))
    }
}

/// A FAQ, and how its answers are wanted.
struct Session<'s> {
    faq: &'s Faq<'s>,
    engine: &'s Engine<'s>,
    options: Options,
    args: &'s Ask,
    width: Option<usize>,
    hint_width: Option<usize>,
}

impl Session<'_> {
    fn ask(&self, question: &str) -> (Reply, Option<faq::Explanation>) {
        if self.args.explain {
            let (reply, explanation) = self.engine.explain(question, &self.options);
            (reply, Some(explanation))
        } else {
            (self.engine.ask(question, &self.options), None)
        }
    }

    fn report<'r>(
        &'r self,
        question: &'r str,
        reply: &Reply,
        explanation: Option<&'r faq::Explanation>,
    ) -> Answer<'r> {
        let mut report = Answer::new(question, reply, self.faq);
        report.explanation = explanation.map(|explanation| {
            Explanation::new(explanation, reply.reason, self.options.threshold, self.faq)
        });
        report
    }

    fn one(
        &self,
        question: &str,
        log: &mut MissLog,
        out: &mut Page<impl Write>,
    ) -> Result<Exit, Error> {
        let (reply, explanation) = self.ask(question);
        let report = self.report(question, &reply, explanation.as_ref());
        log.add(&report);
        self.print_one(&report, out)
            .and_then(|()| out.flush())
            .map_err(Error::Output)?;
        if report.status == Outcome::Answered {
            return Ok(Exit::Answered);
        }
        if !self.args.json {
            // Matches that share no more than *the* and *of* with the question are no help, unless it is one of theirs.
            let fits = report.status == Outcome::Ambiguous || reply.evidence.content_found > 0;
            let near: &[Match<'_>] = if fits { &report.matches } else { &[] };
            // A hint that cannot be written is no reason to fail.
            let _ = human::no_answer(
                &mut Page::new(io::stderr().lock()),
                &report,
                near,
                self.hint_width,
                self.lists_matches(),
            );
        }
        Ok(Exit::NotAnswered)
    }

    fn print_one(&self, report: &Answer<'_>, out: &mut Page<impl Write>) -> io::Result<()> {
        if self.args.json {
            return json::print(out, report);
        }
        if let Some(answer) = report.answer {
            match self.args {
                Ask { null: true, .. } => human::answer_record(out, answer, true)?,
                Ask {
                    answer_only: true, ..
                } => human::answer_text(out, answer, self.width)?,
                _ => human::answer(out, report, self.width, self.lists_matches())?,
            }
        }
        self.print_explanation(report, report.answer.is_some(), out)
    }

    fn batch(
        &self,
        mut questions: Questions<impl Read>,
        log: &mut MissLog,
        out: &mut Page<impl Write>,
    ) -> Result<Exit, Error> {
        let mut exit = Exit::Answered;
        let mut first = true;
        loop {
            // An answer never waits for a question that has not arrived.
            if !questions.has_question() {
                out.flush().map_err(Error::Output)?;
            }
            // What was answered before a fault stays answered.
            let question = match questions.next() {
                Ok(Some(question)) => question,
                Ok(None) => break,
                Err(error) => return out.flush().map_err(Error::Output).and(Err(error)),
            };
            let (reply, explanation) = self.ask(&question);
            let report = self.report(&question, &reply, explanation.as_ref());
            log.add(&report);
            self.print_in_batch(&report, first, out)
                .map_err(Error::Output)?;
            first = false;
            if report.status != Outcome::Answered {
                exit = Exit::NotAnswered;
            }
        }
        out.flush().map_err(Error::Output)?;
        Ok(exit)
    }

    fn print_in_batch(
        &self,
        report: &Answer<'_>,
        first: bool,
        out: &mut Page<impl Write>,
    ) -> io::Result<()> {
        if self.args.json {
            return json::print(out, report);
        }
        if self.args.answer_only {
            return human::answer_record(out, report.answer.unwrap_or_default(), self.args.null);
        }
        if !first {
            out.blank()?;
        }
        human::batch_answer(out, report, self.width, self.lists_matches())?;
        self.print_explanation(report, true, out)
    }

    /// The explanation, where one was asked for; it stands apart from what is above it.
    fn print_explanation(
        &self,
        report: &Answer<'_>,
        below: bool,
        out: &mut Page<impl Write>,
    ) -> io::Result<()> {
        if report.explanation.is_some() && below {
            out.blank()?;
        }
        explanation::explanation(out, report, self.width)
    }

    fn lists_matches(&self) -> bool {
        self.args.top.is_some_and(|top| top > 1)
    }
}
