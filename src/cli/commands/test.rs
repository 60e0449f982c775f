//! `faq test`: how good the answers are, on questions for which somebody has said what is right.

use std::io::{self, Write};

use faq::cores::Cores;
use faq::evaluate::{Verdict, parse_cases};

use super::page;
use crate::cli::allocator;
use crate::cli::args::{Floors, Test};
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::load::{self, Loaded};
use crate::cli::output::page::Page;
use crate::cli::output::{evaluation, json};
use crate::cli::report::{Evaluation, Measure, Suggested};
use crate::cli::settings::{Settings, is_standard_input};

pub(in crate::cli) fn run(args: &Test, settings: &Settings) -> Result<Exit, Error> {
    if settings.reads_standard_input() && is_standard_input(&args.cases) {
        return Err(Error::InputTaken);
    }
    let loaded = Loaded::new(settings)?;
    let faq = loaded.faq;
    let source = load::cases(&args.cases, settings)?;
    let cases = parse_cases(&source, faq).map_err(Error::Cases)?;
    let engine = loaded.engine(settings)?;
    allocator::keep_memory();
    let judge = |case: &_| Verdict::of(case, engine, faq, &settings.tags);
    let verdicts = Cores::here().each(&cases, judge);
    let mut report = Evaluation::new(&cases, &verdicts, args.threshold, faq);
    report.suggested = args
        .suggest_threshold
        .map(|right_at_least| Suggested::new(&verdicts, right_at_least));
    report.hold_to(limits(&args.floors));
    let mut out = page()?;
    print(&mut out, &report, args, settings.width).map_err(Error::Output)?;
    // The exit code says so as well: a line that cannot be written is no reason to fail.
    let _ = evaluation::floors_missed(&mut Page::new(io::stderr().lock()), &report);
    Ok(if report.floors_missed.is_empty() {
        Exit::Answered
    } else {
        Exit::BelowFloor
    })
}

fn print(
    out: &mut Page<impl Write>,
    report: &Evaluation<'_>,
    args: &Test,
    width: Option<usize>,
) -> io::Result<()> {
    if args.json {
        json::print(out, report)?;
    } else {
        evaluation::evaluation(out, report, args.misses, width)?;
    }
    out.flush()
}

fn limits(floors: &Floors) -> impl Iterator<Item = (Measure, f64)> {
    [
        (Measure::Hit1, floors.min_hit1),
        (Measure::Mrr10, floors.min_mrr),
        (Measure::Answered, floors.min_answered),
        (Measure::Right, floors.min_right),
        (Measure::Refused, floors.min_refused),
        (Measure::Auroc, floors.min_auroc),
        (Measure::Ece, floors.max_ece),
    ]
    .into_iter()
    .filter_map(|(measure, limit)| Some((measure, limit?)))
}
