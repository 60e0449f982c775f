//! Verdicts summed up.

use super::measures::{auroc, calibration_error, mean};
use super::verdict::Verdict;

/// How far down the matches a right one still counts for the mean reciprocal rank.
const DEEPEST_RANK: usize = 10;

/// How good the answers are, in shares of 0..1; none where there is nothing to count.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Figures {
    /// How many questions the FAQ can answer.
    pub in_scope: usize,
    /// How many must be refused.
    pub out_of_scope: usize,
    /// The share of questions in scope of which the first match is right, answered or not (Hit@1).
    pub hit1: Option<f64>,
    /// The mean of one over the rank of the first right match, 0 past rank 10, over questions in scope (MRR@10).
    pub mrr10: Option<f64>,
    /// The share of questions in scope that get an answer, right or not.
    pub answered: Option<f64>,
    /// The share of all answers given that are right.
    pub right: Option<f64>,
    /// The share of questions out of scope that get no answer.
    pub refused: Option<f64>,
    /// The probability that a question in scope has a higher confidence than one out of scope.
    pub auroc: Option<f64>,
    /// How far confidence is from the share of first matches that are right ([`calibration_error`]).
    pub ece: Option<f64>,
}

impl Figures {
    /// Sums up verdicts at a threshold.
    #[must_use]
    pub fn of(verdicts: &[Verdict], threshold: f64) -> Self {
        let all: Vec<&Verdict> = verdicts.iter().collect();
        let (inside, outside): (Vec<&Verdict>, Vec<&Verdict>) =
            all.iter().partition(|verdict| verdict.is_in_scope());
        let is_answered = |verdict: &Verdict| verdict.is_answered(threshold);
        let mut given = all.clone();
        given.retain(|verdict| is_answered(verdict));
        let reciprocal_rank = |verdict: &&Verdict| match verdict.rank() {
            Some(rank) if rank <= DEEPEST_RANK => 1.0 / rank as f64,
            _ => 0.0,
        };
        let judged = |by: fn(&Verdict) -> bool| -> Vec<(f64, bool)> {
            let each = verdicts.iter();
            each.map(|verdict| (verdict.confidence, by(verdict)))
                .collect()
        };
        Self {
            in_scope: inside.len(),
            out_of_scope: outside.len(),
            hit1: share(&inside, Verdict::is_right),
            mrr10: mean(inside.iter().map(reciprocal_rank)),
            answered: share(&inside, is_answered),
            right: share(&given, Verdict::is_right),
            refused: share(&outside, |verdict| !is_answered(verdict)),
            auroc: auroc(&judged(Verdict::is_in_scope)),
            ece: calibration_error(&judged(Verdict::is_right)),
        }
    }
}

/// The share of which something is true; `None` where there is nothing.
fn share(all: &[&Verdict], is: impl Fn(&Verdict) -> bool) -> Option<f64> {
    mean(all.iter().map(|verdict| f64::from(u8::from(is(verdict)))))
}

#[cfg(test)]
mod tests {
    use super::super::verdict::Relevant;
    use super::*;

    /// A verdict whose right entry stands at a rank; at none, no entry is right.
    fn verdict(confidence: f64, rank: Option<usize>) -> Verdict {
        let relevant = rank.map(|rank| Relevant {
            entry: 0,
            rank: Some(rank),
        });
        Verdict {
            confidence,
            found: Some(7),
            relevant: relevant.into_iter().collect(),
            answerable: true,
        }
    }

    #[test]
    fn figures_are_those_counted_by_hand() {
        let verdicts = [
            verdict(0.9, Some(1)),
            verdict(0.8, Some(2)),
            verdict(0.7, Some(10)),
            verdict(0.2, Some(1)),
            // Past rank 10 there is nothing for it.
            verdict(0.5, Some(11)),
            verdict(0.6, None),
            verdict(0.1, None),
        ];
        let figures = Figures::of(&verdicts, 0.6);
        assert_eq!((figures.in_scope, figures.out_of_scope), (5, 2));
        for (name, value, expected) in [
            ("Hit@1", figures.hit1, 2.0 / 5.0),
            ("MRR@10", figures.mrr10, (1.0 + 0.5 + 0.1 + 1.0) / 5.0),
            ("answered", figures.answered, 3.0 / 5.0),
            // Four are answered, the one out of scope among them.
            ("right", figures.right, 1.0 / 4.0),
            ("refused", figures.refused, 1.0 / 2.0),
            // All but two of the ten pairs are in order: .5 and .2 are below .6.
            ("AUROC", figures.auroc, 8.0 / 10.0),
            // Fewer than ten are each a bin: .1 .8 .7 .8 .5 .6 .1 off.
            ("ECE", figures.ece, 3.6 / 7.0),
        ] {
            assert!(
                (value.unwrap() - expected).abs() < 1e-12,
                "{name}: {value:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_counted_is_none() {
        let nothing = Figures::of(&[], 0.6);
        assert_eq!([nothing.hit1, nothing.mrr10, nothing.answered], [None; 3]);
        assert_eq!([nothing.right, nothing.refused, nothing.auroc], [None; 3]);
        assert_eq!(nothing.ece, None);
        // An answer that is not given is neither right nor wrong.
        assert_eq!(Figures::of(&[verdict(0.5, Some(1))], 0.6).right, None);
    }
}
