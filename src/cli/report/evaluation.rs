//! What `faq test` has to say.

use faq::Faq;
use faq::evaluate::{Case, Figures, Relevant, Verdict, suggest_threshold};
use serde::Serialize;

use super::{Related, SCHEMA_VERSION, names, rounded};

/// How good the answers are.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Evaluation<'a> {
    schema_version: u32,
    faq: String,
    pub(in crate::cli) threshold: f64,
    pub(in crate::cli) in_scope: usize,
    pub(in crate::cli) out_of_scope: usize,
    #[serde(flatten)]
    pub(in crate::cli) shares: Shares,
    pub(in crate::cli) suggested: Option<Suggested>,
    pub(in crate::cli) floors_missed: Vec<Missed>,
    pub(in crate::cli) misses: Vec<Miss<'a>>,
}

/// What is measured, as it is called in the JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::cli) enum Measure {
    Hit1,
    Mrr10,
    Answered,
    Right,
    Refused,
    Auroc,
    Ece,
}

/// The figures, with as many digits as a floor is compared with; none where there is nothing to count.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Shares {
    hit1: Option<f64>,
    mrr10: Option<f64>,
    answered: Option<f64>,
    right: Option<f64>,
    refused: Option<f64>,
    auroc: Option<f64>,
    ece: Option<f64>,
}

/// The lowest threshold at which a share of the answers given is right, and what else it would bring.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Suggested {
    pub(in crate::cli) right_at_least: f64,
    /// None where no threshold is that good.
    pub(in crate::cli) threshold: Option<f64>,
    pub(in crate::cli) right: Option<f64>,
    pub(in crate::cli) answered: Option<f64>,
    pub(in crate::cli) refused: Option<f64>,
}

/// A figure that is worse than it may be.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Missed {
    pub(in crate::cli) figure: Measure,
    pub(in crate::cli) limit: f64,
    pub(in crate::cli) value: Option<f64>,
}

/// A question that went wrong.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Miss<'a> {
    pub(in crate::cli) query: &'a str,
    pub(in crate::cli) line: usize,
    pub(in crate::cli) answered: bool,
    pub(in crate::cli) confidence: f64,
    /// The first match.
    pub(in crate::cli) found: Option<Related<'a>>,
    /// What would have been right; empty where the question must be refused.
    pub(in crate::cli) wanted: Vec<Ranked<'a>>,
}

/// An entry that would have been right.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct Ranked<'a> {
    #[serde(flatten)]
    pub(in crate::cli) entry: Related<'a>,
    /// Its place among the matches, from 1.
    pub(in crate::cli) rank: Option<usize>,
}

impl<'a> Evaluation<'a> {
    pub(in crate::cli) fn new(
        cases: &'a [Case<'a>],
        verdicts: &[Verdict],
        threshold: f64,
        faq: &'a Faq<'a>,
    ) -> Self {
        let figures = Figures::of(verdicts, threshold);
        let misses = cases.iter().zip(verdicts);
        let misses = misses.filter(|(_, verdict)| verdict.is_miss(threshold));
        Self {
            schema_version: SCHEMA_VERSION,
            faq: names(faq),
            threshold,
            in_scope: figures.in_scope,
            out_of_scope: figures.out_of_scope,
            shares: Shares::new(&figures),
            suggested: None,
            floors_missed: Vec::new(),
            misses: misses
                .map(|(case, verdict)| Miss::new(case, verdict, threshold, faq))
                .collect(),
        }
    }

    /// Notes the figures that are worse than these limits.
    pub(in crate::cli) fn hold_to(&mut self, limits: impl IntoIterator<Item = (Measure, f64)>) {
        let missed = limits.into_iter().filter_map(|(figure, limit)| {
            let value = self.shares.get(figure);
            let is_held = value.is_some_and(|value| {
                if figure.is_better_low() {
                    value <= limit
                } else {
                    value >= limit
                }
            });
            (!is_held).then_some(Missed {
                figure,
                limit,
                value,
            })
        });
        self.floors_missed = missed.collect();
    }
}

impl Measure {
    /// Every measure, in the order in which it is printed.
    pub(in crate::cli) const ALL: [Self; 7] = [
        Self::Hit1,
        Self::Mrr10,
        Self::Answered,
        Self::Right,
        Self::Refused,
        Self::Auroc,
        Self::Ece,
    ];

    /// Whether it measures a fault: less is better.
    pub(in crate::cli) fn is_better_low(self) -> bool {
        self == Self::Ece
    }
}

impl Shares {
    fn new(figures: &Figures) -> Self {
        Self {
            hit1: figures.hit1.map(digits),
            mrr10: figures.mrr10.map(digits),
            answered: figures.answered.map(digits),
            right: figures.right.map(digits),
            refused: figures.refused.map(digits),
            auroc: figures.auroc.map(digits),
            ece: figures.ece.map(digits),
        }
    }

    pub(in crate::cli) fn get(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Hit1 => self.hit1,
            Measure::Mrr10 => self.mrr10,
            Measure::Answered => self.answered,
            Measure::Right => self.right,
            Measure::Refused => self.refused,
            Measure::Auroc => self.auroc,
            Measure::Ece => self.ece,
        }
    }
}

impl Suggested {
    pub(in crate::cli) fn new(verdicts: &[Verdict], right_at_least: f64) -> Self {
        let threshold = suggest_threshold(verdicts, right_at_least);
        let figures = threshold.map(|threshold| Figures::of(verdicts, threshold));
        let digits = |of: fn(&Figures) -> Option<f64>| figures.as_ref().and_then(of).map(digits);
        Self {
            right_at_least,
            threshold,
            right: digits(|figures| figures.right),
            answered: digits(|figures| figures.answered),
            refused: digits(|figures| figures.refused),
        }
    }
}

impl<'a> Miss<'a> {
    fn new(case: &'a Case<'a>, verdict: &Verdict, threshold: f64, faq: &'a Faq<'a>) -> Self {
        let named = |entry: usize| Related::new(&faq.entries[entry], faq);
        let ranked = |relevant: &Relevant| Ranked {
            entry: named(relevant.entry),
            rank: relevant.rank,
        };
        Self {
            query: &case.question,
            line: case.position.line,
            answered: verdict.is_answered(threshold),
            confidence: rounded(verdict.confidence),
            found: verdict.found.map(named),
            wanted: verdict.relevant.iter().map(ranked).collect(),
        }
    }
}

/// Four digits; 1 is kept for what is whole, so that a floor of 1 means every question.
fn digits(share: f64) -> f64 {
    let most = if share < 1.0 { 0.9999 } else { 1.0 };
    rounded(share).min(most)
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn nothing_but_the_whole_is_1() {
        for (share, expected) in [
            (0.0, 0.0),
            (2.0 / 3.0, 0.6667),
            (0.999_98, 0.9999),
            (1.0, 1.0),
        ] {
            assert!((digits(share) - expected).abs() < 1e-12, "{share}");
        }
    }
}
