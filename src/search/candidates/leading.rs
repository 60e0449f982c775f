//! The entries that lead while sums are made of one range of entries after the other.

use super::admitted::Admitted;
use super::hits::Sum;

/// How many are looked at together to see whether any leads.
const AT_ONCE: usize = 64;

/// An entry with what speaks for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) entry: u32,
    pub(super) asked: f32,
    pub(super) counted: f32,
}

/// The entries for which most speaks so far.
#[derive(Debug)]
pub(super) struct Leading {
    /// In no order, and more than are wanted.
    found: Vec<Found>,
    wanted: usize,
    /// What must be surpassed to be among those wanted.
    pub(super) least: f32,
}

impl Leading {
    pub(super) fn new(wanted: usize) -> Self {
        Self {
            found: Vec::new(),
            wanted,
            least: 0.0,
        }
    }

    /// Takes those of a range of entries, the first of which is `first`, that lead.
    pub(super) fn take(&mut self, first: u32, sums: &[Sum], admitted: &Admitted) {
        for (entries, sums) in (first..).step_by(AT_ONCE).zip(sums.chunks(AT_ONCE)) {
            if most(sums) <= self.least {
                continue;
            }
            for (entry, &[asked, counted]) in (entries..).zip(sums) {
                if asked + counted > self.least && admitted.has(entry as usize) {
                    self.found.push(Found {
                        entry,
                        asked,
                        counted,
                    });
                }
            }
            if self.found.len() >= 2 * self.wanted + AT_ONCE {
                self.cut();
            }
        }
    }

    /// Those that lead, in order of their entries.
    pub(super) fn finish(mut self) -> Vec<Found> {
        self.cut();
        self.found.sort_unstable_by_key(|found| found.entry);
        self.found
    }

    fn cut(&mut self) {
        if self.found.len() <= self.wanted {
            return;
        }
        let order = |a: &Found, b: &Found| {
            let by_sum = (b.asked + b.counted).total_cmp(&(a.asked + a.counted));
            by_sum.then(a.entry.cmp(&b.entry))
        };
        self.found.select_nth_unstable_by(self.wanted, order);
        let first_lost = self.found[self.wanted];
        self.least = first_lost.asked + first_lost.counted;
        self.found.truncate(self.wanted);
    }
}

/// Whether more speaks for any of some entries than this.
pub(super) fn surpass(sums: &[Sum], least: f32) -> bool {
    sums.chunks(AT_ONCE).any(|sums| most(sums) > least)
}

/// The most that speaks for any of some entries.
fn most(sums: &[Sum]) -> f32 {
    let sum = |[asked, counted]: Sum| asked + counted;
    // Rows of them are added up side by side.
    let (rows, rest) = sums.as_chunks();
    let mut most = [0.0; 4];
    for &[a, b, c, d] in rows {
        most[0] = more(most[0], sum(a));
        most[1] = more(most[1], sum(b));
        most[2] = more(most[2], sum(c));
        most[3] = more(most[3], sum(d));
    }
    let most = more(more(most[0], most[1]), more(most[2], most[3]));
    rest.iter().fold(most, |most, &rest| more(most, sum(rest)))
}

/// The greater of two sums, neither of which is no number.
fn more(a: f32, b: f32) -> f32 {
    if b > a { b } else { a }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn those_lead_for_which_most_speaks(
            sums in proptest::collection::vec(0_u8..50, 0..300),
            wanted in 1_usize..20,
            range in 1_usize..40,
        ) {
            let sums: Vec<Sum> = sums.iter().map(|&sum| [f32::from(sum), 0.5]).collect();
            let mut leading = Leading::new(wanted);
            for (first, range) in (0_u32..).step_by(range).zip(sums.chunks(range)) {
                leading.take(first, range, &Admitted::All);
            }
            let found = leading.finish();
            prop_assert_eq!(found.len(), wanted.min(sums.len()));
            prop_assert!(found.is_sorted_by_key(|found| found.entry));
            let mut best: Vec<f32> = sums.iter().map(|sum| sum[0]).collect();
            best.sort_unstable_by(|a, b| b.total_cmp(a));
            let mut kept: Vec<f32> = found.iter().map(|found| found.asked).collect();
            kept.sort_unstable_by(|a, b| b.total_cmp(a));
            prop_assert_eq!(&kept[..], &best[..kept.len()]);
        }
    }
}
