//! The measures themselves, on plain numbers.

use crate::sorting;

/// How many bins the calibration error compares confidence and success in.
const BINS: usize = 10;

/// The probability that one of those that are `true` has a higher value than one that is `false`, ties counting half
/// (area under the ROC curve); `None` where either is missing.
#[must_use]
pub fn auroc(judged: &[(f64, bool)]) -> Option<f64> {
    // The statistic of Mann and Whitney: the sum of ranks, from 1, of those that are true.
    let mut rank_sum = 0.0;
    let mut before = 0;
    for tied in ties(&sorted(judged)) {
        let mean_rank = before as f64 + (tied.len() + 1) as f64 / 2.0;
        rank_sum += count(tied) as f64 * mean_rank;
        before += tied.len();
    }
    let positive = count(judged) as f64;
    let negative = judged.len() as f64 - positive;
    let pairs = positive * negative;
    (pairs > 0.0).then(|| (rank_sum - positive * (positive + 1.0) / 2.0) / pairs)
}

/// How far confidences are from the share of those that are `true`: the mean distance over ten bins of equal count
/// (expected calibration error); `None` without a judgement.
///
/// Equal confidences share their successes evenly, so that the figure does not hang on which of them meets which bin.
#[must_use]
pub fn calibration_error(judged: &[(f64, bool)]) -> Option<f64> {
    let sorted = sorted(judged);
    let gaps: Vec<f64> = ties(&sorted)
        .flat_map(|tied| {
            let success = count(tied) as f64 / tied.len() as f64;
            tied.iter().map(move |(confidence, _)| confidence - success)
        })
        .collect();
    let bound = |bin: usize| gaps.len() * bin / BINS;
    let gap = |bin: usize| gaps[bound(bin)..bound(bin + 1)].iter().sum::<f64>().abs();
    let total: f64 = (0..BINS).map(gap).sum();
    (!gaps.is_empty()).then(|| total / gaps.len() as f64)
}

/// The mean; `None` where there is nothing.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0);
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / f64::from(count))
}

fn sorted(judged: &[(f64, bool)]) -> Vec<(f64, bool)> {
    let mut sorted = judged.to_vec();
    sorting::by(&mut sorted, |a, b| a.0.total_cmp(&b.0));
    sorted
}

/// Runs of equal values.
fn ties(sorted: &[(f64, bool)]) -> impl Iterator<Item = &[(f64, bool)]> {
    sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq())
}

fn count(judged: &[(f64, bool)]) -> usize {
    judged.iter().filter(|(_, is)| *is).count()
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn is_about(value: Option<f64>, expected: f64) {
        let value = value.unwrap();
        assert!((value - expected).abs() < 1e-12, "{value}");
    }

    #[test]
    fn auroc_counts_the_pairs_in_order() {
        let judged = |positive: &[f64], negative: &[f64]| -> Vec<(f64, bool)> {
            let positive = positive.iter().map(|&value| (value, true));
            let negative = negative.iter().map(|&value| (value, false));
            positive.chain(negative).collect()
        };
        is_about(auroc(&judged(&[0.9, 0.8], &[0.1])), 1.0);
        is_about(auroc(&judged(&[0.1], &[0.9, 0.8])), 0.0);
        is_about(auroc(&judged(&[0.5, 0.5], &[0.5])), 0.5);
        // Of six pairs, four are in order and one is tied.
        is_about(auroc(&judged(&[0.9, 0.6, 0.4], &[0.5, 0.4])), 4.5 / 6.0);
        assert_eq!(auroc(&judged(&[0.9], &[])), None);
        assert_eq!(auroc(&judged(&[], &[0.9])), None);
        assert_eq!(auroc(&[]), None);
    }

    #[test]
    fn the_calibration_error_is_the_mean_gap_of_the_bins() {
        // Two bins of one, eight empty ones: gaps of .4 and .1.
        is_about(calibration_error(&[(0.4, false), (0.9, true)]), 0.25);
        // Twenty judgements in bins of two: a bin of one right and one wrong at .5 each has no gap.
        let mut judged = vec![(0.5, true), (0.5, false)];
        judged.extend([(0.8, true); 9]);
        judged.extend([(0.8, false); 9]);
        // The other nine bins are each .3 too sure, for half of their .8 are right.
        is_about(calibration_error(&judged), 0.9 * 0.3);
        // Bins of two in which one of two is right: what is off within a bin evens out.
        let judged = |is: fn(u8) -> bool| -> Vec<(f64, bool)> {
            (0..20).map(|n| (f64::from(n) / 20.0, is(n))).collect()
        };
        is_about(calibration_error(&judged(|n| n % 2 == 0)), 0.25);
        // Bins that are by turns all right and all wrong: between bins it does not.
        is_about(calibration_error(&judged(|n| n / 2 % 2 == 0)), 0.55);
        assert_eq!(calibration_error(&[]), None);
    }

    #[test]
    fn equal_confidences_that_are_as_often_right_are_calibrated() {
        let right = (0..50).map(|n| (0.8, n % 5 > 0)).collect::<Vec<_>>();
        is_about(calibration_error(&right), 0.0);
    }

    /// Judgements with many ties.
    fn judged() -> impl Strategy<Value = Vec<(f64, bool)>> {
        vec((0..=20_i32, any::<bool>()), 0..60).prop_map(|judged| {
            judged
                .into_iter()
                .map(|(n, is)| (f64::from(n) / 20.0, is))
                .collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn auroc_is_what_counting_every_pair_gives(judged in judged()) {
            let mut in_order = Vec::new();
            for (positive, _) in judged.iter().filter(|(_, is)| *is) {
                for (negative, _) in judged.iter().filter(|(_, is)| !is) {
                    in_order.push(match positive.total_cmp(negative) {
                        Ordering::Greater => 1.0,
                        Ordering::Equal => 0.5,
                        Ordering::Less => 0.0,
                    });
                }
            }
            match (auroc(&judged), mean(in_order.into_iter())) {
                (Some(found), Some(expected)) => prop_assert!((found - expected).abs() < 1e-12),
                (found, expected) => prop_assert_eq!(found, expected),
            }
        }

        #[test]
        fn auroc_is_a_share_and_only_the_order_counts(judged in judged()) {
            let stretched: Vec<(f64, bool)> = judged.iter().map(|&(value, is)| (value.powi(3) * 7.0 - 2.0, is)).collect();
            prop_assert_eq!(auroc(&judged), auroc(&stretched));
            if let Some(auroc) = auroc(&judged) {
                prop_assert!((0.0..=1.0).contains(&auroc), "{}", auroc);
            }
        }

        #[test]
        fn the_order_of_judgements_does_not_matter(judged in judged(), by in any::<prop::sample::Index>()) {
            let mut turned = judged.clone();
            turned.rotate_left(if judged.is_empty() { 0 } else { by.index(judged.len()) });
            let (one, other) = (calibration_error(&judged), calibration_error(&turned));
            prop_assert!(one.is_none() && other.is_none() || (one.unwrap() - other.unwrap()).abs() < 1e-12);
            prop_assert_eq!(auroc(&judged), auroc(&turned));
        }
    }
}
