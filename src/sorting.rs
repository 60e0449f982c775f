//! Sorting where speed does not matter. The standard library's sort takes five kilobytes of program for each type and order;
//! here one compiled sort serves all of them, at about twice the time.

use std::cmp::Ordering;

/// Sorts by an order, and leaves what is equal as it is.
pub(crate) fn by<T>(items: &mut [T], mut order: impl FnMut(&T, &T) -> Ordering) {
    let mut numbers: Vec<usize> = (0..items.len()).collect();
    sort(&mut numbers, &mut |one, other| {
        order(&items[one], &items[other])
    });
    // Each number now stands where its item is to go. What is there takes the place it leaves, and so on, until the
    // first of such a round is reached.
    for start in 0..numbers.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut numbers[place], place);
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

/// Sorts by a key, and leaves what is equal as it is.
pub(crate) fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

#[inline(never)]
fn sort(numbers: &mut [usize], order: &mut dyn FnMut(usize, usize) -> Ordering) {
    numbers.sort_by(|&one, &other| order(one, other));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            items in proptest::collection::vec((0..9_u8, any::<u8>()), 0..60)
        ) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut sorted = items;
            by_key(&mut sorted, |item| item.0);
            prop_assert_eq!(sorted, expected);
        }
    }
}
