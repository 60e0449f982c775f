//! Fits the weights of `src/search/confidence.rs` on labelled question sets, and says how well they do on sources left out.
//!
//! ```text
//! cargo run --release --example fit_confidence -- SETS
//! ```
//!
//! SETS is a folder of sets; each holds a `faq.json` and a `queries.jsonl` of `{"query", "relevant": [ids]}`.
//! Sets whose names begin alike up to a hyphen come from one source; every source weighs the same.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use faq::search::confidence::{FEATURES, features};
use faq::{Engine, Options, Source};
use serde_json::Value;

/// How strongly weights are held towards 0: just enough to keep them finite.
const RIDGE: f64 = 1e-4;
const NEWTON_STEPS: usize = 30;

type Features = [f64; FEATURES];

/// A question: what was seen, and whether the first match was right.
#[derive(Clone, Copy)]
struct Case {
    features: Features,
    right: bool,
}

type Sources = BTreeMap<String, Vec<Case>>;

fn main() -> Result<(), Box<dyn Error>> {
    let root = std::env::args().nth(1).ok_or("usage: fit_confidence SETS")?;
    let mut sources = Sources::new();
    for set in fs::read_dir(root)? {
        let set = set?.path();
        if set.join("queries.jsonl").exists() {
            let name = set.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let source = name.split('-').next().unwrap_or_default().to_owned();
            sources.entry(source).or_default().extend(cases(&set)?);
        }
    }
    println!("{:12} {:>6} {:>7} {:>7}", "left out", "n", "AUROC", "ECE");
    let (mut auroc_sum, mut ece_sum) = (0.0, 0.0);
    for (name, left_out) in &sources {
        let weights = fit(sources.iter().filter(|(other, _)| *other != name).map(|(_, cases)| cases));
        let mut judged: Vec<(f64, bool)> =
            left_out.iter().map(|case| (probability(&weights, &case.features), case.right)).collect();
        judged.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (auroc, ece) = (auroc(&judged), calibration_error(&judged));
        println!("{name:12} {:>6} {auroc:>7.3} {ece:>7.3}", judged.len());
        auroc_sum += auroc;
        ece_sum += ece;
    }
    let count = sources.len() as f64;
    println!("{:12} {:>6} {:>7.3} {:>7.3}", "mean", "", auroc_sum / count, ece_sum / count);
    let weights = fit(sources.values());
    println!("\nconst WEIGHTS: [f64; FEATURES] = {weights:.2?};");
    Ok(())
}

/// Asks every question of a set.
fn cases(set: &Path) -> Result<Vec<Case>, Box<dyn Error>> {
    let sources = [Source::read_file(&set.join("faq.json"), faq::DEFAULT_SIZE_LIMIT)?];
    let faq = faq::parse(&sources)?;
    let engine = Engine::new(&faq);
    let mut cases = Vec::new();
    for line in fs::read_to_string(set.join("queries.jsonl"))?.lines() {
        let case: Value = serde_json::from_str(line)?;
        let reply = engine.ask(case["query"].as_str().ok_or("no query")?, &Options::default());
        let first = reply.matches.first().map(|first| faq.entries[first.entry].id.as_ref());
        let relevant = case["relevant"].as_array().ok_or("no relevant")?;
        let right = relevant.iter().any(|id| id.as_str().is_some() && id.as_str() == first);
        cases.push(Case { features: features(&reply.evidence), right });
    }
    Ok(cases)
}

fn probability(weights: &Features, features: &Features) -> f64 {
    let sum: f64 = weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Logistic regression by Newton's method.
fn fit<'c>(sources: impl Iterator<Item = &'c Vec<Case>>) -> Features {
    let weighted: Vec<(f64, Case)> =
        sources.flat_map(|cases| cases.iter().map(|&case| (1.0 / cases.len() as f64, case))).collect();
    let mut weights = [0.0; FEATURES];
    for _ in 0..NEWTON_STEPS {
        let mut gradient = weights.map(|weight| -RIDGE * weight);
        let mut hessian = [[0.0; FEATURES]; FEATURES];
        for (i, row) in hessian.iter_mut().enumerate() {
            row[i] = RIDGE;
        }
        for (importance, case) in &weighted {
            let p = probability(&weights, &case.features);
            for i in 0..FEATURES {
                gradient[i] += importance * (f64::from(u8::from(case.right)) - p) * case.features[i];
                for j in 0..FEATURES {
                    hessian[i][j] += importance * p * (1.0 - p) * case.features[i] * case.features[j];
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
fn solve(mut matrix: [Features; FEATURES], mut right: Features) -> Features {
    for i in 0..FEATURES {
        for row in i + 1..FEATURES {
            let factor = matrix[row][i] / matrix[i][i];
            for column in i..FEATURES {
                matrix[row][column] -= factor * matrix[i][column];
            }
            right[row] -= factor * right[i];
        }
    }
    let mut solution = [0.0; FEATURES];
    for i in (0..FEATURES).rev() {
        let known: f64 = (i + 1..FEATURES).map(|j| matrix[i][j] * solution[j]).sum();
        solution[i] = (right[i] - known) / matrix[i][i];
    }
    solution
}

/// The probability that a right answer is judged above a wrong one, ties half; `judged` rises.
fn auroc(judged: &[(f64, bool)]) -> f64 {
    let mut rank_sum = 0.0;
    let mut start = 0;
    while start < judged.len() {
        let end = start + judged[start..].iter().take_while(|case| case.0 <= judged[start].0).count();
        let right = judged[start..end].iter().filter(|case| case.1).count();
        rank_sum += right as f64 * (start + 1 + end) as f64 / 2.0;
        start = end;
    }
    let right = judged.iter().filter(|case| case.1).count() as f64;
    let wrong = judged.len() as f64 - right;
    (rank_sum - right * (right + 1.0) / 2.0) / (right * wrong)
}

/// The mean distance between confidence and success over ten bins of equal count; `judged` rises.
fn calibration_error(judged: &[(f64, bool)]) -> f64 {
    let bins = (0..10).map(|bin| &judged[judged.len() * bin / 10..judged.len() * (bin + 1) / 10]);
    let gap = |bin: &[(f64, bool)]| bin.iter().map(|case| case.0 - f64::from(u8::from(case.1))).sum::<f64>().abs();
    bins.map(gap).sum::<f64>() / judged.len() as f64
}
