//! Which threshold to set.

use crate::sorting;

use super::verdict::Verdict;

/// The most digits that a threshold gets before it is taken as it is.
const MOST_DIGITS: i32 = 15;

/// The lowest threshold at which at least this share (0..1) of the answers given is right; none where no threshold
/// is that good.
///
/// It is as short a number as the next lower confidence allows.
#[must_use]
pub fn suggest_threshold(verdicts: &[Verdict], share_right: f64) -> Option<f64> {
    let is_enough = |right: usize, given: usize| right as f64 / given as f64 >= share_right;
    // 0 is a threshold of its own: it answers what nothing above it does.
    let given = verdicts.iter().filter(|verdict| verdict.is_answered(0.0));
    let right = given.clone().filter(|verdict| verdict.is_right()).count();
    let given = given.count();
    if given > 0 && is_enough(right, given) {
        return Some(0.0);
    }
    let mut answerable: Vec<&Verdict> = verdicts
        .iter()
        .filter(|verdict| verdict.answerable && verdict.confidence > 0.0)
        .collect();
    sorting::by(&mut answerable, |a, b| {
        a.confidence.total_cmp(&b.confidence)
    });
    let mut right = answerable
        .iter()
        .filter(|verdict| verdict.is_right())
        .count();
    let mut given = answerable.len();
    let mut below = 0.0;
    for tied in answerable.chunk_by(|a, b| a.confidence.total_cmp(&b.confidence).is_eq()) {
        let confidence = tied[0].confidence;
        if is_enough(right, given) {
            return Some(shortest(below, confidence));
        }
        right -= tied.iter().filter(|verdict| verdict.is_right()).count();
        given -= tied.len();
        below = confidence;
    }
    None
}

/// The lowest number of few digits that is above `below` and not above `most`.
fn shortest(below: f64, most: f64) -> f64 {
    (1..=MOST_DIGITS)
        .map(|digits| 10_f64.powi(digits))
        .map(|scale| ((below * scale).floor() + 1.0) / scale)
        .find(|&number| number > below && number <= most)
        .unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::figures::Figures;
    use super::super::verdict::Relevant;
    use super::*;

    /// A verdict with a first match: right, wrong, or one that should not be.
    fn verdict(confidence: f64, right: bool, answerable: bool) -> Verdict {
        Verdict {
            confidence,
            found: Some(0),
            relevant: vec![Relevant {
                entry: 0,
                rank: Some(if right { 1 } else { 2 }),
            }],
            answerable,
        }
    }

    #[test]
    fn the_lowest_threshold_that_is_good_enough_is_taken() {
        let verdicts = [
            verdict(0.31, false, true),
            verdict(0.52, true, true),
            verdict(0.64, false, true),
            verdict(0.83, true, true),
            verdict(0.97, true, true),
        ];
        for (share, expected) in [
            (0.0, Some(0.0)),
            (0.6, Some(0.0)),
            (0.61, Some(0.4)),
            (0.75, Some(0.4)),
            (0.76, Some(0.7)),
            (1.0, Some(0.7)),
        ] {
            assert_eq!(suggest_threshold(&verdicts, share), expected, "{share}");
        }
    }

    #[test]
    fn no_threshold_is_good_enough_where_the_surest_answer_is_wrong() {
        let verdicts = [verdict(0.5, true, true), verdict(0.9, false, true)];
        assert_eq!(suggest_threshold(&verdicts, 0.51), None);
        assert_eq!(suggest_threshold(&[], 0.0), None);
    }

    #[test]
    fn a_question_that_several_entries_share_is_answered_at_0_only() {
        let shared = [verdict(0.5, true, false)];
        assert_eq!(suggest_threshold(&shared, 1.0), Some(0.0));
        let with_another = [verdict(0.5, false, false), verdict(0.3, true, true)];
        assert_eq!(suggest_threshold(&with_another, 1.0), Some(0.1));
    }

    #[test]
    fn a_threshold_has_no_more_digits_than_it_needs() {
        for (below, most, expected) in [
            (0.0, 1.0, 0.1),
            (0.31, 0.52, 0.4),
            (0.61, 0.64, 0.62),
            (0.4, 0.401, 0.401),
            (
                0.3,
                f64::from_bits(0.3_f64.to_bits() + 1),
                f64::from_bits(0.3_f64.to_bits() + 1),
            ),
            (0.999, 1.0, 1.0),
            (0.0, f64::MIN_POSITIVE, f64::MIN_POSITIVE),
        ] {
            let found = shortest(below, most);
            assert!(
                (found - expected).abs() < f64::EPSILON,
                "{below} {most}: {found}"
            );
            assert!(below < found && found <= most, "{below} {most}: {found}");
        }
    }

    fn verdicts() -> impl Strategy<Value = Vec<Verdict>> {
        let one = (0..=12_u8, 0..4_u8, 0..5_u8).prop_map(|(confidence, kind, several)| Verdict {
            confidence: f64::from(confidence) / 12.0,
            found: (kind > 0).then_some(0),
            relevant: match kind {
                0 | 1 => vec![],
                rank => vec![Relevant {
                    entry: 0,
                    rank: Some(usize::from(rank) - 1),
                }],
            },
            answerable: kind > 0 && several > 0,
        });
        vec(one, 0..30)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_is_what_trying_every_threshold_gives(verdicts in verdicts(), share in 0..=20_u8) {
            let share = f64::from(share) / 20.0;
            // Between two of these, no confidence lies.
            let mut tried = (0..=24).map(|n| f64::from(n) / 24.0);
            let good = |&threshold: &f64| {
                Figures::of(&verdicts, threshold).right.is_some_and(|right| right >= share)
            };
            let expected = tried.find(good);
            let suggested = suggest_threshold(&verdicts, share);
            prop_assert_eq!(suggested.is_some(), expected.is_some());
            if let (Some(suggested), Some(expected)) = (suggested, expected) {
                prop_assert_eq!(Figures::of(&verdicts, suggested), Figures::of(&verdicts, expected));
                // The more is answered, the lower the threshold: the same figures mean the same answers.
                prop_assert_eq!(suggested > 0.0, expected > 0.0);
            }
        }
    }
}
