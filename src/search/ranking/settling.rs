//! Top-k selection with upper bounds: things that cannot be among the best by the most that they can be worth are never
//! looked at closely.

use std::cmp::Ordering;

/// Something that is worth so much, or of which that is the most it can be worth.
pub(in crate::search) trait Bounded {
    /// What it is worth, or can be at most.
    fn worth(&self) -> f64;

    /// What knows how to find out more.
    type Settler<'s>;

    /// Finds out what it is worth, if that is not known.
    fn settle(&mut self, settler: &mut Self::Settler<'_>);

    /// The best first.
    fn order(&self, other: &Self) -> Ordering;
}

/// How many more than are wanted are settled first: of those that can be worth most, most are.
const SPARE: usize = 8;

/// Bounds are rounded in other places than what they bound.
pub(in crate::search) const ROUNDING: f64 = 1e-6;

/// Puts the best `count` first and in order, as if all were settled.
pub(in crate::search) fn settle_best<T: Bounded>(
    things: &mut [T],
    count: usize,
    settler: &mut T::Settler<'_>,
) {
    let count = count.min(things.len());
    if count == 0 {
        return;
    }
    let first = 2 * count + SPARE;
    if first < things.len() {
        things.select_nth_unstable_by(first, T::order);
    }
    let (settled, others) = things.split_at_mut(first.min(things.len()));
    for thing in &mut *settled {
        thing.settle(settler);
    }
    settled.select_nth_unstable_by(count - 1, T::order);
    let least = settled[count - 1].worth();
    for other in others {
        if other.worth() + ROUNDING >= least {
            other.settle(settler);
        }
    }
    if count < things.len() {
        things.select_nth_unstable_by(count, T::order);
    }
    things[..count].sort_unstable_by(T::order);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Clone, Copy, PartialEq)]
    struct Thing {
        number: usize,
        worth: f64,
        settled: f64,
    }

    impl Bounded for Thing {
        type Settler<'s> = usize;

        fn worth(&self) -> f64 {
            self.worth
        }

        fn settle(&mut self, settled: &mut usize) {
            *settled += 1;
            self.worth = self.settled;
        }

        fn order(&self, other: &Self) -> Ordering {
            let by_worth = other.worth.total_cmp(&self.worth);
            by_worth.then(self.number.cmp(&other.number))
        }
    }

    fn thing((number, (settled, more)): (usize, (u8, u8))) -> Thing {
        let [settled, more] = [settled, more].map(f64::from);
        Thing {
            number,
            worth: settled + more,
            settled,
        }
    }

    proptest! {
        #[test]
        fn the_best_are_those_of_all(worths in proptest::collection::vec((0..30_u8, 0..5_u8), 0..80), count in 0..40_usize) {
            let things: Vec<Thing> = worths.into_iter().enumerate().map(thing).collect();
            let mut some = things.clone();
            settle_best(&mut some, count, &mut 0);
            let mut all = things;
            for thing in &mut all {
                thing.settle(&mut 0);
            }
            all.sort_by(Thing::order);
            let count = count.min(all.len());
            prop_assert_eq!(&some[..count], &all[..count]);
        }
    }

    #[test]
    fn what_cannot_be_among_the_best_is_left_alone() {
        let worth = |number: usize| u8::try_from(number % 200).unwrap();
        let mut things: Vec<Thing> = (0..1_000)
            .map(|number| thing((number, (worth(number), 9))))
            .collect();
        let mut settled = 0;
        settle_best(&mut things, 3, &mut settled);
        assert_eq!(things[0].number, 199);
        assert!(settled < 100, "{settled}");
    }
}
