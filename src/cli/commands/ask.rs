//! `faq ask`: one question, a batch from standard input, or one after another at a prompt.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;

use faq::{Engine, Options, Reply};

use super::page;
use crate::cli::allocator;
use crate::cli::args::Ask;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::library::{Asked, Library};
use crate::cli::output::page::Page;
use crate::cli::output::{explanation, human, json, standard};
use crate::cli::report::{Answer, Explanation, Match, Outcome};
use crate::cli::settings::{self, Settings};
use crate::cli::typed;

use super::batch;
use super::miss_log::MissLog;
use super::prompt;

/// How many matches a script gets to choose from unless told otherwise.
const TOP_FOR_SCRIPTS: usize = 5;
/// How many questions are offered to a person who got no answer.
const OFFERED: usize = 3;

pub(in crate::cli) fn run(args: &Ask, settings: &Settings) -> Result<Exit, Error> {
    let input = input(args, settings)?;
    let mut library = Library::open(settings)?;
    if let Input::Batch = input {
        allocator::keep_memory();
        library.prepare_for_many();
    }
    let mut session = Session {
        library: &library,
        options: Options {
            top: args
                .top
                .unwrap_or(if args.json { TOP_FOR_SCRIPTS } else { OFFERED }),
            related: if args.answer_only { 0 } else { args.related },
            threshold: args.threshold,
            tags: settings.tags.clone(),
        },
        args,
        color: settings.color,
        width: settings.width,
        hint_width: settings.hint_width,
    };
    let mut log = MissLog::open(settings::miss_log(args.log_misses.as_deref()));
    let mut out = page()?;
    match input {
        Input::One(question) => {
            let exit = session.one(&question, &mut log, &mut out)?;
            // Whoever asked has the answer by now.
            library.keep();
            Ok(exit)
        }
        Input::Batch => {
            let input = standard::input().map_err(Error::Input)?;
            batch::run(&session, input, &mut log, &mut out)
        }
        Input::Prompt => prompt::run(&mut session, &mut log, &mut out),
    }
}

/// Where questions come from.
enum Input {
    One(String),
    Batch,
    /// Somebody types them.
    Prompt,
}

fn input(args: &Ask, settings: &Settings) -> Result<Input, Error> {
    let stream = match args.question.as_slice() {
        // What scripts read, nobody types questions for.
        [] if io::stdin().is_terminal() && (args.json || args.answer_only) => {
            return Err(Error::NoQuestion);
        }
        [] if io::stdin().is_terminal() => Some(Input::Prompt),
        [] => Some(Input::Batch),
        [word] if word == "-" => Some(Input::Batch),
        _ => None,
    };
    if let Some(stream) = stream {
        return if settings.reads_standard_input() {
            Err(Error::InputTaken)
        } else {
            Ok(stream)
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
pub(super) struct Session<'s> {
    pub(super) library: &'s Library<'s>,
    pub(super) options: Options,
    pub(super) args: &'s Ask,
    color: bool,
    pub(super) width: Option<usize>,
    pub(super) hint_width: Option<usize>,
}

impl Session<'_> {
    pub(super) fn ask(&self, question: &str) -> Result<Asked, Error> {
        self.library.ask(question, &self.options, self.args.explain)
    }

    /// The same, where entries are numbered as they are in the whole FAQ.
    pub(super) fn ask_whole(&self, question: &str) -> Result<Asked, Error> {
        self.library
            .ask_whole(question, &self.options, self.args.explain)
    }

    pub(super) fn report<'r>(&self, question: &'r str, asked: &'r Asked) -> Answer<'r> {
        let mut report = Answer::new(question, &asked.reply, &asked.faq);
        report.explanation = asked.explanation.as_ref().map(|explanation| {
            let threshold = self.options.threshold;
            Explanation::new(explanation, asked.reply.reason, threshold, &asked.faq)
        });
        // Nobody pays for what nobody sees.
        let is_styled = self.color && !self.args.json && !self.args.answer_only;
        if is_styled && report.status == Outcome::Answered {
            report.met = self.met_words(question, asked);
        }
        report
    }

    /// Where the words stand in the first match's question that met words of the one asked.
    fn met_words(&self, question: &str, asked: &Asked) -> Vec<Range<usize>> {
        let Some(first) = asked.reply.matches.first() else {
            return Vec::new();
        };
        match &asked.faq {
            Cow::Owned(matches) => Engine::new(matches).met_words(question, first.entry),
            Cow::Borrowed(_) => match self.library.engine() {
                Ok(engine) => engine.met_words(question, first.entry),
                Err(_) => Vec::new(),
            },
        }
    }

    fn one(
        &self,
        question: &str,
        log: &mut MissLog,
        out: &mut Page<impl Write>,
    ) -> Result<Exit, Error> {
        let asked = self.ask(question)?;
        let report = self.report(question, &asked);
        log.add(&report);
        self.print_one(&report, out)
            .and_then(|()| out.flush())
            .map_err(Error::Output)?;
        if report.status == Outcome::Answered {
            return Ok(Exit::Answered);
        }
        if self.args.json {
            return Ok(Exit::NotAnswered);
        }
        // A hint that cannot be written is no reason to fail.
        let mut hint = Page::new(io::stderr().lock());
        if matches!(&asked.faq, Cow::Borrowed(whole) if whole.entries.is_empty()) {
            let _ = human::no_entries(&mut hint);
        } else if report.matches.is_empty() && self.library.lacks_tags() {
            let all = typed::list("--tags");
            let _ = human::no_tag(&mut hint, &self.options.tags, Some(&all));
        } else {
            let _ = human::no_answer(
                &mut hint,
                &report,
                near(&report, &asked.reply),
                self.hint_width,
                self.lists_matches(),
                &typed::list(""),
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

    /// The explanation, where one was asked for; it stands apart from what is above it.
    pub(super) fn print_explanation(
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

    pub(super) fn lists_matches(&self) -> bool {
        self.args.top.is_some_and(|top| top > 1)
    }
}

/// What may have been meant by a question that got no answer.
pub(super) fn near<'r>(report: &'r Answer<'r>, reply: &Reply) -> &'r [Match<'r>] {
    // Matches that share no more than *the* and *of* with the question are no help, unless it is one of theirs.
    let fits = report.status == Outcome::Ambiguous || reply.evidence.finds_subject;
    if fits { &report.matches } else { &[] }
}
