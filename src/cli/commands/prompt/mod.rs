//! `faq ask` at a terminal, without words: questions one after another.

mod complete;
mod editor;
mod line;

use std::borrow::Cow;
use std::io::{self, StderrLock, Write};
use std::mem;

use faq::{Engine, Faq, Match, Reply, Status};

use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::library::Asked;
use crate::cli::output::page::Page;
use crate::cli::output::{human, prompt};
use crate::cli::report::{Answer, Outcome, Welcome};
use crate::cli::{screen, signal, typed};

use super::ask::{Session, near};
use super::miss_log::MissLog;
use complete::complete;
use editor::{Lines, Typed};
use line::Line;

/// Lines of the terminal that no choice takes: the line that is typed, before and after, and how many more there are.
const NOT_FOR_CHOICES: usize = 4;
/// With more choices than this one types on.
const MOST_CHOICES: usize = 30;

/// Answers what is typed until whoever types it leaves.
pub(super) fn run(
    session: &mut Session<'_>,
    log: &mut MissLog,
    out: &mut Page<impl Write>,
) -> Result<Exit, Error> {
    let mut terminal = signal::borrow_terminal();
    let (faq, engine) = (session.library.faq()?, session.library.engine()?);
    let tags = session.options.tags.clone();
    let completion = |typed: &str| {
        let room = screen::height().saturating_sub(NOT_FOR_CHOICES);
        complete(typed, faq, engine, &tags, room.clamp(1, MOST_CHOICES))
    };
    let mut lines = Lines::new(Box::new(completion), terminal.setup());
    terminal.set_edited(lines.are_edited());
    // Nothing that is said beside the answers is worth failing for.
    if session.library.lacks_tags() {
        let all = typed::list("--tags");
        let _ = human::no_tag(&mut screen(), &session.options.tags, Some(&all));
    }
    let _ = prompt::welcome(
        &mut screen(),
        &Welcome::new(faq, &session.options.tags),
        session.hint_width,
    );
    let mut conversation = Conversation {
        session,
        faq,
        engine,
        log,
        keys: lines.are_edited(),
        listed: Vec::new(),
    };
    loop {
        match lines.next()? {
            Typed::Line(line) => {
                if let Some(exit) = conversation.take(&line, out)? {
                    return Ok(exit);
                }
            }
            Typed::Cleared => {}
            Typed::NotText => {
                let _ = prompt::not_text(&mut screen());
            }
            Typed::Interrupted => return Ok(Exit::Interrupted),
            Typed::End => return Ok(Exit::Left),
        }
    }
}

/// Where everything goes that is no answer.
fn screen() -> Page<StderrLock<'static>> {
    Page::new(io::stderr().lock())
}

/// What was said so far, as far as it matters for what is said next.
struct Conversation<'c, 's> {
    session: &'c mut Session<'s>,
    faq: &'static Faq<'static>,
    engine: &'static Engine<'static>,
    log: &'c mut MissLog,
    /// Whether there are keys to tell of.
    keys: bool,
    /// The entries of the last list, which numbers open.
    listed: Vec<usize>,
}

impl Conversation<'_, '_> {
    /// Does what a line wants; says when that is to leave.
    fn take(&mut self, line: &str, out: &mut Page<impl Write>) -> Result<Option<Exit>, Error> {
        let session = &mut *self.session;
        (session.width, session.hint_width) = screen::widths();
        let listed = match Line::new(line) {
            Line::Blank => Vec::new(),
            Line::Help => {
                let _ = prompt::help(&mut screen(), self.keys, self.session.hint_width);
                Vec::new()
            }
            Line::Leave => return Ok(Some(Exit::Left)),
            Line::List(filter) => self.list(filter, out).map_err(Error::Output)?,
            Line::Question(question) => self.ask(question, None, out)?,
            Line::Number(number, text) => {
                let entry = number.checked_sub(1).and_then(|at| self.listed.get(at));
                match entry {
                    Some(&entry) => self.open(entry, out).map_err(Error::Output)?,
                    None => self.ask(text, Some(number), out)?,
                }
            }
        };
        // Where nothing was listed, numbers still mean what they did.
        if !listed.is_empty() {
            self.listed = listed;
        }
        Ok(None)
    }

    /// Answers a question; one that is nothing but a number may have been meant for a list. Gives what is listed now.
    fn ask(
        &mut self,
        question: &str,
        number: Option<usize>,
        out: &mut Page<impl Write>,
    ) -> Result<Vec<usize>, Error> {
        let asked = self.session.ask_whole(question)?;
        let report = self.session.report(question, &asked);
        self.log.add(&report);
        self.say(report, &asked, number, out).map_err(Error::Output)
    }

    /// Prints what became of a question.
    fn say(
        &self,
        report: Answer<'_>,
        asked: &Asked,
        number: Option<usize>,
        out: &mut Page<impl Write>,
    ) -> io::Result<Vec<usize>> {
        let reply = &asked.reply;
        let lists_matches = self.session.lists_matches();
        if report.status == Outcome::Answered {
            return self.answer(report, reply, lists_matches, out);
        }
        self.session.print_explanation(&report, false, out)?;
        if report.explanation.is_some() {
            out.blank()?;
        }
        out.flush()?;
        let width = self.session.hint_width;
        let near = near(&report, reply);
        if let (Some(number), true) = (number, near.is_empty()) {
            let _ = prompt::no_number(&mut screen(), number, self.listed.len(), width);
            return Ok(Vec::new());
        }
        let _ = prompt::no_answer(&mut screen(), &report, near, width, lists_matches);
        let offered = reply.matches.iter().take(near.len());
        Ok(offered.map(|found| found.entry).collect())
    }

    /// Prints an answer, and its related questions with numbers.
    fn answer(
        &self,
        mut report: Answer<'_>,
        reply: &Reply,
        list_matches: bool,
        out: &mut Page<impl Write>,
    ) -> io::Result<Vec<usize>> {
        let width = self.session.width;
        let related = mem::take(&mut report.related);
        human::answer(out, &report, width, list_matches)?;
        prompt::related(out, related.iter().map(|related| related.question), width)?;
        self.session.print_explanation(&report, true, out)?;
        out.blank()?;
        out.flush()?;
        Ok(reply.related.clone())
    }

    /// Answers with an entry of the last list.
    fn open(&self, entry: usize, out: &mut Page<impl Write>) -> io::Result<Vec<usize>> {
        let session = &*self.session;
        let question = &self.faq.entries[entry].question;
        let mut reply = self.engine.ask(question, &session.options);
        let first = reply.matches.first().map(|first| first.entry);
        if reply.status != Status::Answered || first != Some(entry) {
            // Another entry has the same question, or nearly so: what is related to that is not meant.
            reply.status = Status::Answered;
            reply.matches = vec![Match { entry, score: 1.0 }];
            reply.related.clear();
        }
        let asked = Asked {
            reply,
            explanation: None,
            faq: Cow::Borrowed(self.faq),
        };
        let report = session.report(question, &asked);
        self.answer(report, &asked.reply, false, out)
    }

    fn list(&self, filter: &str, out: &mut Page<impl Write>) -> io::Result<Vec<usize>> {
        let (faq, engine, options) = (self.faq, self.engine, &self.session.options);
        let entries: Vec<usize> = if filter.is_empty() {
            faq.tagged(&options.tags).collect()
        } else {
            engine.filter(filter, &options.tags)
        };
        if entries.is_empty() {
            let _ = prompt::nothing_listed(&mut screen(), filter, self.session.hint_width);
            return Ok(entries);
        }
        let questions = entries.iter().map(|&entry| &*faq.entries[entry].question);
        prompt::numbered(out, questions, self.session.width)?;
        out.blank()?;
        out.flush()?;
        Ok(entries)
    }
}
