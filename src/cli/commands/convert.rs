//! `faq convert`: a FAQ of any format, written in another.

use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use faq::format;
use faq::{Faq, Format};

use crate::cli::args::Convert;
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::file::Target;
use crate::cli::load;
use crate::cli::output::human;
use crate::cli::output::page::Page;
use crate::cli::output::progress::Progress;
use crate::cli::output::screen::Screen;
use crate::cli::output::standard;
use crate::cli::settings::Settings;
use crate::cli::settings::streams::is_standard_output;

pub(in crate::cli) fn run(args: &Convert, settings: &Settings) -> Result<Exit, Error> {
    let output = args.output.as_deref();
    let format = target_format(args.to, output, "--to")?;
    // A file that may not be written is known before any work is done.
    let file = output
        .filter(|file| !is_standard_output(file))
        .map(|file| Target::new(file, args.force))
        .transpose()
        .map_err(Error::File)?;
    let faq = selected(read(settings)?, &settings.tags);
    // A hint that cannot be written is no reason to fail.
    if faq.entries.is_empty() && !settings.tags.is_empty() {
        let _ = human::no_tag(&mut Page::new(io::stderr().lock()), &settings.tags, None);
        return Ok(Exit::NotAnswered);
    }
    match file {
        Some(file) => to_file(file, &faq, format, settings)?,
        None => to_standard_output(&faq, format, settings)?,
    }
    let _ = hints(&faq, format);
    if let Some(output) = output.filter(|_| args.to.is_none()) {
        let _ = unsaid(output, format);
    }
    Ok(Exit::Answered)
}

/// Says what was left out.
fn hints(faq: &Faq<'_>, format: Format) -> io::Result<()> {
    let mut out = Page::new(io::stderr().lock());
    human::losses(&mut out, format.title(), &format::losses(faq, format))?;
    human::overruled(&mut out, &format::overruled(faq, format))
}

/// Says what was written into a file whose name promises something else: nobody looks for JSON in `faq.xlsx`.
fn unsaid(output: &Path, format: Format) -> io::Result<()> {
    if output.extension().is_none() || Format::of_name(output).is_some() {
        return Ok(());
    }
    let (file, format) = (output.display(), format.title());
    let said = format!("faq: {file} is {format}: its name says no format, and --to was not given");
    human::line(&mut Page::new(io::stderr().lock()), &said)
}

/// The format that was asked for, or that the name of the file says.
pub(super) fn target_format(
    to: Option<Format>,
    output: Option<&Path>,
    option: &'static str,
) -> Result<Format, Error> {
    let format = to
        .or_else(|| Format::of_name(output?))
        .unwrap_or(Format::Json);
    if format.is_written() {
        Ok(format)
    } else {
        Err(Error::NotWritten { format, option })
    }
}

/// Everything is read before anything is written: the output may be the input.
fn read(settings: &Settings) -> Result<&'static Faq<'static>, Error> {
    // Whoever types a FAQ is not to be drawn over.
    let typed = settings.reads_standard_input() && io::stdin().is_terminal();
    let what = format!("Reading {}", load::name(&settings.origin));
    let _progress = Progress::spinner(&what, settings.progress && !typed);
    load::faq(settings)
}

/// The FAQ with only those of its entries that have one of the tags.
fn selected<'f>(faq: &'f Faq<'f>, tags: &[String]) -> Cow<'f, Faq<'f>> {
    if tags.is_empty() {
        return Cow::Borrowed(faq);
    }
    let entries = faq.tagged(tags).map(|number| faq.entries[number].clone());
    Cow::Owned(Faq {
        documents: faq.documents.clone(),
        entries: entries.collect(),
    })
}

fn to_file(file: Target, faq: &Faq<'_>, to: Format, settings: &Settings) -> Result<(), Error> {
    let progress = writing(faq, to, settings.progress);
    file.write(|out| format::write(faq, to, out, &mut |written| progress.at(written)))
        .map_err(Error::File)
}

fn to_standard_output(faq: &Faq<'_>, to: Format, settings: &Settings) -> Result<(), Error> {
    let stdout = standard::output().map_err(Error::Output)?;
    let written = if settings.terminal {
        // What is written shows how far it has come.
        let mut out = BufWriter::new(Screen::new(stdout));
        format::write(faq, to, &mut out, &mut |_| {}).and_then(|()| out.flush())
    } else {
        let progress = writing(faq, to, settings.progress);
        let mut out = BufWriter::new(stdout);
        format::write(faq, to, &mut out, &mut |written| progress.at(written))
            .and_then(|()| out.flush())
    };
    written.map_err(Error::Output)
}

fn writing(faq: &Faq<'_>, to: Format, shown: bool) -> Progress {
    let what = format!("Writing {}", to.title());
    Progress::bar(&what, faq.entries.len(), shown)
}
