//! Fits the weights of `src/search/confidence/mod.rs` on labelled question sets, and says how well they do on sources left out.
//!
//! ```text
//! cargo run --release --example fit_confidence -- SETS... tests/sets
//! ```
//!
//! Each of SETS is a folder of sets. A set is a folder with a `faq.json` (without one it is about the built-in FAQ) and
//! with cases as `faq test` reads them, `cases.tsv` or `queries.jsonl`. Sets whose names begin alike up to a hyphen come
//! from one source; every source weighs the same.

#![allow(
    clippy::print_stdout,
    reason = "a program for people, unlike the library"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "matrices read best with the indices of the textbook"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use faq::evaluate::{auroc, calibration_error, parse_cases};
use faq::search::confidence::{FEATURES, features};
use faq::{Engine, Faq, Options, Source};

/// How strongly weights are held towards 0: just enough to keep them finite.
const RIDGE: f64 = 1e-4;

/// Rounds of expectation maximisation, and steps of Newton's method in each, which starts from where the last one ended: with
/// more of either no weight changes by .01.
const ROUNDS: usize = 150;
const NEWTON_STEPS: usize = 2;

/// Small FAQs are cut from large ones, since confidence must mean the same for six entries as for ten thousand:
/// how many entries each has, how many are cut from a set, and how many of their own questions each is asked.
const SMALL: usize = 6;
const SMALL_FAQS: usize = 40;
const QUESTIONS: usize = 10;

/// How many questions of each set of another source a whole set is asked: nobody asks a FAQ only what it can answer.
const FOREIGN_QUESTIONS: usize = 60;

/// How much they count beside its own. With 0, strangers' questions are told apart worse; with 1, confidence is too low where
/// most questions can be answered.
const FOREIGN_WEIGHT: f64 = 0.5;

/// The files that may hold the cases of a set.
const CASES: [&str; 2] = ["cases.tsv", "queries.jsonl"];

type Features = [f64; FEATURES];

/// A question: what was seen, and whether the first match was right.
#[derive(Clone, Copy)]
struct Case {
    features: Features,
    /// How far the first match leads.
    lead: f64,
    right: bool,
}

type Sources = BTreeMap<String, Vec<Case>>;

/// The cases of all sources, by what they were asked.
#[derive(Default)]
struct Cases {
    /// Whole sets, asked their own questions.
    whole: Sources,
    /// Whole sets, asked the questions of others.
    foreign: Sources,
    /// Small FAQs that were cut from the sets, of entries far from each other.
    small: Sources,
    /// The same, of entries that are near to each other.
    close: Sources,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut sets = Vec::new();
    for root in std::env::args().skip(1) {
        for folder in fs::read_dir(root)? {
            sets.extend(Set::read(&folder?.path())?);
        }
    }
    if sets.is_empty() {
        return Err("usage: fit_confidence SETS...".into());
    }
    sets.sort_by(|a, b| a.name.cmp(&b.name));
    let mut cases = Cases::default();
    for (number, set) in sets.iter().enumerate() {
        let others: Vec<&Set> = sets[number..]
            .iter()
            .chain(&sets[..number])
            .filter(|other| other.source() != set.source())
            .collect();
        let source = || set.source().to_owned();
        let whole = cases.whole.entry(source()).or_default();
        whole.extend(set.whole()?);
        let foreign = cases.foreign.entry(source()).or_default();
        foreign.extend(set.foreign(&others)?);
        let stranger = others.first().copied();
        let small = cases.small.entry(source()).or_default();
        small.extend(set.small(false, stranger)?);
        let close = cases.close.entry(source()).or_default();
        close.extend(set.small(true, stranger)?);
    }
    for judged in [&cases.whole, &cases.small, &cases.close] {
        report(judged, &cases);
    }
    let model = Model::fit(&cases, |_| true);
    println!("const WEIGHTS: [f64; FEATURES] = {:.2?};", model.weights);
    println!("const LEAD: f64 = {:.2};", model.lead);
    Ok(())
}

/// Prints how well weights that were fitted on the other sources do on each source.
fn report(judged: &Sources, cases: &Cases) {
    println!("{:12} {:>6} {:>7} {:>7}", "left out", "n", "AUROC", "ECE");
    let (mut auroc_sum, mut ece_sum) = (0.0, 0.0);
    for (name, left_out) in judged {
        let model = Model::fit(cases, |other| other != name);
        let cases: Vec<(f64, bool)> = left_out
            .iter()
            .map(|case| (model.confidence(case), case.right))
            .collect();
        // A source whose answers are all right, or all wrong, has no AUROC.
        let (auroc, ece) = (auroc(&cases), calibration_error(&cases));
        let (auroc, ece) = (auroc.unwrap_or(f64::NAN), ece.unwrap_or(f64::NAN));
        println!("{name:12} {:>6} {auroc:>7.3} {ece:>7.3}", cases.len());
        auroc_sum += auroc;
        ece_sum += ece;
    }
    let count = judged.len() as f64;
    println!(
        "{:12} {:>6} {:>7.3} {:>7.3}\n",
        "mean",
        "",
        auroc_sum / count,
        ece_sum / count
    );
}

/// What confidence is worked out with.
struct Model {
    weights: Features,
    lead: f64,
}

impl Model {
    /// Fits both factors at once by expectation maximisation. Of a wrong answer nobody says whether the question was not
    /// understood or the second match should have been first: each round takes it for either as likely as the last one has
    /// it, and fits each factor to that.
    fn fit(cases: &Cases, takes: impl Fn(&str) -> bool) -> Self {
        let parts = [
            (&cases.whole, 1.0),
            (&cases.foreign, FOREIGN_WEIGHT),
            (&cases.small, 1.0),
            (&cases.close, 1.0),
        ];
        let mut weighed: Vec<(f64, Case)> = Vec::new();
        for (sources, weight) in parts {
            for (_, cases) in sources.iter().filter(|(name, _)| takes(name)) {
                let importance = weight / cases.len() as f64;
                weighed.extend(cases.iter().map(|&case| (importance, case)));
            }
        }
        let mut model = Self {
            weights: [0.0; FEATURES],
            lead: 1.0,
        };
        for _ in 0..ROUNDS {
            let (mut understood, mut led) = (Vec::new(), Vec::new());
            for &(importance, case) in &weighed {
                let [first, second] = model.factors(&case);
                let wrong = (1.0 - first * second).max(f64::EPSILON);
                let (a, b) = if case.right {
                    (1.0, 1.0)
                } else {
                    (
                        first * (1.0 - second) / wrong,
                        second * (1.0 - first) / wrong,
                    )
                };
                understood.push((importance, case.features, a));
                led.push((importance, [case.lead], b));
            }
            model.weights = fit(model.weights, &understood);
            [model.lead] = fit([model.lead], &led);
        }
        model
    }

    /// How likely it is that the question was understood, and that the first match is right rather than the second.
    fn factors(&self, case: &Case) -> [f64; 2] {
        let sums = [dot(&self.weights, &case.features), self.lead * case.lead];
        sums.map(|sum| 1.0 / (1.0 + (-sum).exp()))
    }

    fn confidence(&self, case: &Case) -> f64 {
        self.factors(case).iter().product()
    }
}

/// A set as it is read: its FAQ, and questions with the ids of the entries that answer them.
struct Set {
    name: String,
    faq: Source,
    questions: Vec<(String, Vec<String>)>,
}

impl Set {
    /// Reads a set; none where a folder holds no cases.
    fn read(folder: &Path) -> Result<Option<Self>, Box<dyn Error>> {
        let mut files = CASES.iter().map(|file| folder.join(file));
        let Some(cases) = files.find(|file| file.exists()) else {
            return Ok(None);
        };
        let own = folder.join("faq.json");
        let path = if own.exists() {
            &own
        } else {
            Path::new("faq.json")
        };
        let source = Source::read_file(path, faq::DEFAULT_SIZE_LIMIT)?;
        let cases = Source::read_file(&cases, faq::DEFAULT_SIZE_LIMIT)?;
        let sources = [source.clone()];
        let faq = faq::parse(&sources, None)?;
        let id = |&entry: &usize| faq.entries[entry].id.clone().into_owned();
        let questions = parse_cases(&cases, &faq)?
            .into_iter()
            .map(|case| {
                (
                    case.question.clone().into_owned(),
                    case.relevant.iter().map(id).collect(),
                )
            })
            .collect();
        Ok(Some(Self {
            name: folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            faq: source,
            questions,
        }))
    }

    /// Sets whose names begin alike up to a hyphen come from one source.
    fn source(&self) -> &str {
        self.name.split('-').next().unwrap_or_default()
    }

    /// Asks every question of the whole FAQ.
    fn whole(&self) -> Result<Vec<Case>, Box<dyn Error>> {
        let sources = [self.faq.clone()];
        let faq = faq::parse(&sources, None)?;
        Ok(ask(&faq, self.questions.iter()))
    }

    /// Asks the whole FAQ what it has no answer to.
    fn foreign(&self, others: &[&Set]) -> Result<Vec<Case>, Box<dyn Error>> {
        let sources = [self.faq.clone()];
        let faq = faq::parse(&sources, None)?;
        let questions = others
            .iter()
            .flat_map(|other| other.questions.iter().take(FOREIGN_QUESTIONS));
        Ok(ask_in_vain(&faq, questions))
    }

    /// Cuts the FAQ into small ones, of entries that are `near` to one another or spread over the whole, and asks each the
    /// questions it can answer, at most as many that only its neighbours can, and at most as many of another set.
    fn small(&self, near: bool, foreign: Option<&Set>) -> Result<Vec<Case>, Box<dyn Error>> {
        let sources = [self.faq.clone()];
        let whole = faq::parse(&sources, None)?;
        let engine = Engine::new(&whole);
        let options = Options {
            top: SMALL,
            ..Options::default()
        };
        let parts = (whole.entries.len() / SMALL).max(1);
        let step = (whole.entries.len() / SMALL_FAQS).max(1);
        let mut cases = Vec::new();
        for part in 0..parts.min(SMALL_FAQS) {
            let kept: Vec<usize> = if near {
                let seed = &whole.entries[part * step];
                let reply = engine.ask(&seed.question, &options);
                reply.matches.iter().map(|found| found.entry).collect()
            } else {
                let numbers = 0..whole.entries.len();
                numbers
                    .filter(|number| (number + 1) % parts == part)
                    .collect()
            };
            let mut faq = whole.clone();
            let mut number = 0;
            faq.entries.retain(|_| {
                number += 1;
                kept.contains(&(number - 1))
            });
            let own =
                |(_, ids): &&(String, Vec<String>)| ids.iter().any(|id| faq.entry(id).is_some());
            let inside: Vec<_> = self.questions.iter().filter(own).take(QUESTIONS).collect();
            let outside = self
                .questions
                .iter()
                .filter(|question| !own(question))
                .skip(part * QUESTIONS)
                .take(inside.len());
            let far = foreign.iter().flat_map(|other| &other.questions);
            let far = far.skip(part * QUESTIONS).take(inside.len());
            cases.extend(ask(&faq, inside.iter().copied().chain(outside)));
            cases.extend(ask_in_vain(&faq, far));
        }
        Ok(cases)
    }
}

/// The same for questions of other sources, whose ids may be those of entries here: no answer is right.
fn ask_in_vain<'q>(
    faq: &Faq<'_>,
    questions: impl Iterator<Item = &'q (String, Vec<String>)>,
) -> Vec<Case> {
    let mut cases = ask(faq, questions);
    for case in &mut cases {
        case.right = false;
    }
    cases
}

fn ask<'q>(faq: &Faq<'_>, questions: impl Iterator<Item = &'q (String, Vec<String>)>) -> Vec<Case> {
    let engine = Engine::new(faq);
    let case = |(question, relevant): &(String, Vec<String>)| {
        let reply = engine.ask(question, &Options::default());
        let first = reply
            .matches
            .first()
            .map(|first| faq.entries[first.entry].id.as_ref());
        Case {
            features: features(&reply.evidence),
            lead: reply.evidence.margin,
            right: relevant.iter().any(|id| Some(id.as_str()) == first),
        }
    };
    questions.map(case).collect()
}

/// A case for a fit: how much it counts, its facts, and how likely it is to be one.
type Weighed<const N: usize> = (f64, [f64; N], f64);

fn dot<const N: usize>(weights: &[f64; N], features: &[f64; N]) -> f64 {
    let products = weights.iter().zip(features);
    products.map(|(weight, fact)| weight * fact).sum()
}

/// Logistic regression by Newton's method, from weights on.
fn fit<const N: usize>(mut weights: [f64; N], cases: &[Weighed<N>]) -> [f64; N] {
    for _ in 0..NEWTON_STEPS {
        let mut gradient = weights.map(|weight| -RIDGE * weight);
        let mut hessian = [[0.0; N]; N];
        for (i, row) in hessian.iter_mut().enumerate() {
            row[i] = RIDGE;
        }
        for &(importance, features, likely) in cases {
            let p = 1.0 / (1.0 + (-dot(&weights, &features)).exp());
            for i in 0..N {
                gradient[i] += importance * (likely - p) * features[i];
                for j in 0..N {
                    hessian[i][j] += importance * p * (1.0 - p) * features[i] * features[j];
                }
            }
        }
        let step = solve(hessian, gradient);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
    }
    weights
}

/// Gaussian elimination; the matrix is positive definite, so no pivoting is needed.
fn solve<const N: usize>(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for i in 0..N {
        for row in i + 1..N {
            let factor = matrix[row][i] / matrix[i][i];
            for column in i..N {
                matrix[row][column] -= factor * matrix[i][column];
            }
            right[row] -= factor * right[i];
        }
    }
    let mut solution = [0.0; N];
    for i in (0..N).rev() {
        let known: f64 = (i + 1..N).map(|j| matrix[i][j] * solution[j]).sum();
        solution[i] = (right[i] - known) / matrix[i][i];
    }
    solution
}
