//! `faq init`: a small FAQ to start from, that tells how to write one.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use faq::{Faq, Format, Source, format};

use crate::cli::args::Init;
use crate::cli::error::{Error, How};
use crate::cli::exit::Exit;
use crate::cli::file::Target;
use crate::cli::output::page::Page;
use crate::cli::output::{human, notice, standard};
use crate::cli::settings::origin::{self, Origin};
use crate::cli::settings::streams::is_standard_output;
use crate::cli::typed;

use super::convert::target_format;
use super::page;

/// The FAQ to start from: each entry tells of something that a FAQ may hold, and shows it.
const START: &str = include_str!("start.json");

/// A question that it answers.
const QUESTION: &str = "how do I add a question";

pub(in crate::cli) fn run(args: &Init, format: Option<Format>) -> Result<Exit, Error> {
    let format = target_format(format, Some(&args.path), "--format")?;
    let sources = [Source::new("start.json", START)];
    let how = How::Named;
    let faq =
        faq::parse(&sources, Some(Format::Json)).map_err(|error| Error::Format { error, how })?;
    if is_standard_output(&args.path) {
        let mut out = standard::output().map_err(Error::Output)?;
        write(&faq, format, &mut out)
            .and_then(|()| out.flush())
            .map_err(Error::Output)?;
    } else {
        Target::new(&args.path, args.force)
            .and_then(|file| file.write(|out| write(&faq, format, out)))
            .map_err(Error::File)?;
        notice::started(&mut page()?, &args.path, &next(&args.path)).map_err(Error::Output)?;
    }
    // A hint that cannot be written is no reason to fail.
    let losses = format::losses(&faq, format);
    let _ = human::losses(&mut Page::new(io::stderr().lock()), format.title(), &losses);
    Ok(Exit::Answered)
}

fn write(faq: &Faq<'_>, format: Format, out: &mut dyn Write) -> io::Result<()> {
    format::write(faq, format, out, &mut |_| {})
}

/// What to type next: with the file, unless it is the one that is found.
fn next(file: &Path) -> Vec<String> {
    let words = if is_found(file) {
        String::new()
    } else {
        format!(" -f {}", typed::quoted(&file.display().to_string()))
    };
    let file = typed::quoted(&file.display().to_string());
    vec![
        format!("faq ask{words} {QUESTION}"),
        format!("faq list{words}"),
        format!("faq check {file}"),
    ]
}

fn is_found(file: &Path) -> bool {
    let Ok(Origin::Found(found) | Origin::Users(found) | Origin::Variable(found)) =
        origin::chosen(Vec::new())
    else {
        return false;
    };
    let real = |file: &Path| fs::canonicalize(file).ok();
    real(file).is_some_and(|file| real(&found) == Some(file))
}
