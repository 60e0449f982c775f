//! What speaks for entries, roughly, gathered from lists, one range of entries after the other.

use super::admitted::Admitted;
use super::hits::{RANGE, Room, Said, Sum};
use super::leading::{Found, Leading, surpass};
use super::lists::Lists;
use super::{Group, single};
use crate::search::scoring::views::{ASKED, B, K1};
use crate::search::vocabulary::number;

/// So many of the best by counted words are looked at in any case: the best of them sets the scale of the third view.
const BEST_COUNTED: usize = 64;

/// How many entries are looked at from afar for each that is wanted.
const FROM_AFAR: usize = 2;

/// The entries of which groups of words say most, in no order: somewhat more than are wanted, if there are.
///
/// `weight` is what all words of the question weigh, and `bag` what counting them weighs beside finding them. The groups
/// with the longest lists come last.
pub(super) fn gather(
    groups: &[Group],
    lists: &Lists<'_>,
    admitted: &Admitted,
    (weight, bag): (f32, f32),
    wanted: usize,
) -> Vec<u32> {
    let rarity: f32 = groups.iter().map(|group| group.rarity).sum();
    // The second view is taken to be as good as the first.
    let twice = single(ASKED + 1.0);
    let scale = [
        twice / weight.max(f32::MIN_POSITIVE),
        bag / rarity.max(f32::MIN_POSITIVE),
    ];
    let mut said: Vec<Said<'_>> = groups
        .iter()
        .map(|group| Said::new(group, lists, scale))
        .collect();
    let found = sum_up(&mut said, lists, admitted, wanted * FROM_AFAR);
    for said in said {
        said.give_back(lists);
    }
    best(found, lists, scale, wanted)
}

/// Adds up what is said of each entry; those that lead.
fn sum_up(
    said: &mut [Said<'_>],
    lists: &Lists<'_>,
    admitted: &Admitted,
    wanted: usize,
) -> Vec<Found> {
    let mut leading = Leading::new(wanted);
    let mut room = Room::new();
    let mut sums: Vec<Sum> = vec![[0.0; 2]; RANGE];
    let all: f32 = said.iter().map(|said| said.most).sum();
    let entries = lists.stored.entry_count();
    for start in (0..entries).step_by(RANGE) {
        let range = number(start)..number(entries.min(start + RANGE));
        let sums = &mut sums[..range.len()];
        let mut left = all;
        for said in &mut *said {
            // Where nothing can come to lead by what is left to be said, that need not be read (the idea of MaxScore,
            // Turtle & Flood 1995).
            if left <= leading.least && !surpass(sums, leading.least - left) {
                break;
            }
            said.add(&range, sums, &mut room);
            left -= said.most;
        }
        leading.take(range.start, sums, admitted);
        sums.fill([0.0; 2]);
    }
    leading.finish()
}

/// The best of those that lead, by what they look like from afar.
fn best(mut found: Vec<Found>, lists: &Lists<'_>, scale: Sum, wanted: usize) -> Vec<u32> {
    let by_count = BEST_COUNTED.min(wanted);
    if found.len() > wanted + by_count {
        let entries: Vec<u32> = found.iter().map(|found| found.entry).collect();
        let sketches = lists.stored.sketches(&entries);
        let (first, k1, b) = (single(ASKED / (ASKED + 1.0)), single(K1), single(B));
        for (found, sketch) in found.iter_mut().zip(sketches) {
            let weight = found.asked / scale[0];
            let stored = (weight / sketch.weight.max(f32::MIN_POSITIVE)).min(1.0);
            found.counted *= (k1 + 1.0) / (1.0 + k1 * (1.0 - b + b * sketch.length));
            // The score stands where the share asked for stood.
            found.asked = first * found.asked + stored + found.counted;
        }
        found.select_nth_unstable_by(by_count, |a, b| {
            b.counted.total_cmp(&a.counted).then(a.entry.cmp(&b.entry))
        });
        found[by_count..].select_nth_unstable_by(wanted, |a, b| {
            b.asked.total_cmp(&a.asked).then(a.entry.cmp(&b.entry))
        });
        found.truncate(by_count + wanted);
    }
    found.into_iter().map(|found| found.entry).collect()
}
