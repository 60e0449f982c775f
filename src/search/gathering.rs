//! What speaks for entries, roughly, gathered list by list.

use std::mem::take;

use super::admitted::Admitted;
use super::candidates::{Group, single};
use super::hits::{self, Hit};
use super::lists::Lists;
use super::views::{ASKED, B, K1};

/// So many of the best by counted words are looked at in any case: the best of them sets the scale of the third view.
const BEST_COUNTED: usize = 64;

/// From one of so many entries on that anything was said of, to look at all in order is less work than to put those in
/// order.
const MANY: usize = 64;

/// Entries with what speaks for them.
#[derive(Debug)]
pub(super) struct Gathering<'l> {
    groups: &'l [Group],
    lists: &'l Lists<'l>,
    admitted: &'l Admitted,
    /// How many are wanted.
    wanted: usize,
    scale: Scale,
    /// What speaks for each entry there is, while any may still turn up: see [`Found`].
    sums: Vec<[f32; 2]>,
    /// The entries of which anything was said, in no order.
    said_of: Vec<u32>,
    /// Those that are left, in order.
    found: Vec<Found>,
}

/// What is made of what speaks for an entry: factors that bring it to the scale of scores.
#[derive(Debug, Clone, Copy)]
struct Scale {
    /// Of what the words weigh that are found.
    asked: f32,
    /// Of what words count for.
    counted: f32,
}

/// An entry with what speaks for it.
#[derive(Debug, Clone, Copy)]
struct Found {
    entry: u32,
    /// What the words of the question weigh that are found in its phrasings.
    asked: f32,
    /// What its words count for.
    counted: f32,
}

impl<'l> Gathering<'l> {
    /// Nothing yet of `groups`; `weight` is what all words of the question weigh, and `bag` what counting them weighs
    /// beside finding them.
    pub(super) fn new(
        groups: &'l [Group],
        lists: &'l Lists<'l>,
        admitted: &'l Admitted,
        (weight, bag): (f32, f32),
        wanted: usize,
    ) -> Self {
        let rarity: f32 = groups.iter().map(|group| group.rarity).sum();
        Self {
            groups,
            lists,
            admitted,
            wanted,
            scale: Scale {
                asked: 1.0 / weight.max(f32::MIN_POSITIVE),
                counted: bag / rarity.max(f32::MIN_POSITIVE),
            },
            sums: lists.take_sums(),
            said_of: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Gathers what the groups say, the shortest lists first.
    pub(super) fn gather(&mut self) {
        let groups = self.groups;
        let mut left: f32 = groups.iter().map(|group| self.most(group)).sum();
        let mut said = 0.0;
        let mut unseen = 0;
        for (number, group) in groups.iter().enumerate() {
            // Nothing is ahead of what is left while less than that was said. To look at all that was found takes as long
            // as to read half as long a list.
            unseen += group.size;
            if said > left && 2 * unseen >= self.said_of.len() {
                unseen = 0;
                let found = || self.said_of.iter().map(|&entry| self.sum(entry));
                if let Some(worst) = self.worst_wanted(found(), left) {
                    let is_kept = |found: Found, scale| found.rough(scale) + left >= worst;
                    let kept = found().filter(|&it| is_kept(it, self.scale)).count();
                    // To seek each of those that are left in a list pays where they are fewer than the list is long.
                    if kept < group.size {
                        self.keep(is_kept);
                        self.follow(&groups[number..], left);
                        return;
                    }
                }
            }
            self.add(group);
            let most = self.most(group);
            left -= most;
            said += most;
        }
        self.keep(|_, _| true);
    }

    /// Adds what a group says of any entry.
    fn add(&mut self, group: &Group) {
        let Self {
            admitted,
            sums,
            said_of,
            ..
        } = self;
        hits::all(group, self.lists, |hit| {
            if let Some(sum) = sums.get_mut(hit.entry as usize)
                && admitted.has(hit.entry as usize)
            {
                let is_new = !was_said(*sum);
                let more = Found::of(hit, group);
                sum[0] += more.asked;
                sum[1] += more.counted;
                if is_new && was_said(*sum) {
                    said_of.push(hit.entry);
                }
            }
        });
    }

    /// Goes on with some of the entries of which anything was said: no others turn up any more.
    fn keep(&mut self, is_kept: impl Fn(Found, Scale) -> bool) {
        let is_kept = |found: &Found| is_kept(*found, self.scale);
        self.found = if self.said_of.len() > self.sums.len() / MANY {
            let found = (0_u32..).zip(&self.sums).filter(|(_, sum)| was_said(**sum));
            let found = found.map(|(entry, &sum)| Found::new(entry, sum));
            found.filter(is_kept).collect()
        } else {
            let found = self.said_of.iter().map(|&entry| self.sum(entry));
            let mut found: Vec<Found> = found.filter(is_kept).collect();
            found.sort_unstable_by_key(|found| found.entry);
            found
        };
        self.lists
            .give_back_sums(take(&mut self.sums), &self.said_of);
    }

    /// Adds what further groups say of the entries that are left.
    fn follow(&mut self, groups: &[Group], mut left: f32) {
        for group in groups {
            if let Some(worst) = self.worst_wanted(self.found.iter().copied(), left) {
                // What is so far behind that no further word can help it has lost.
                let scale = self.scale;
                self.found
                    .retain(|found| found.rough(scale) + left >= worst);
            }
            if self.found.len() <= self.wanted {
                return;
            }
            let among: Vec<u32> = self.found.iter().map(|found| found.entry).collect();
            let hits = hits::among(group, self.lists, &among);
            for (found, hit) in self.found.iter_mut().zip(hits) {
                let more = Found::of(hit, group);
                found.asked += more.asked;
                found.counted += more.counted;
            }
            left -= self.most(group);
        }
    }

    /// What was said of an entry so far.
    fn sum(&self, entry: u32) -> Found {
        Found::new(entry, self.sums[entry as usize])
    }

    /// The best, in no order.
    pub(super) fn best(mut self) -> Vec<u32> {
        if self.found.len() > self.wanted {
            let entries: Vec<u32> = self.found.iter().map(|found| found.entry).collect();
            let sketches = self.lists.stored.sketches(&entries);
            let (asked, k1, b) = (single(ASKED), single(K1), single(B));
            for (found, sketch) in self.found.iter_mut().zip(sketches) {
                let stored = (found.asked / sketch.weight.max(f32::MIN_POSITIVE)).min(1.0);
                found.counted *= (k1 + 1.0) / (1.0 + k1 * (1.0 - b + b * sketch.length));
                // The score stands where the share asked for stood.
                found.asked = asked * self.scale.asked * found.asked
                    + stored
                    + self.scale.counted * found.counted;
            }
            let counted = |a: &Found, b: &Found| b.counted.total_cmp(&a.counted);
            self.found
                .select_nth_unstable_by(BEST_COUNTED.min(self.wanted), counted);
            let (_, rest) = self.found.split_at_mut(BEST_COUNTED.min(self.wanted));
            let more = self.wanted.min(rest.len().saturating_sub(1));
            rest.select_nth_unstable_by(more, |a, b| {
                b.asked.total_cmp(&a.asked).then(a.entry.cmp(&b.entry))
            });
            self.found.truncate(BEST_COUNTED + self.wanted);
        }
        self.found.into_iter().map(|found| found.entry).collect()
    }

    /// The most that a group can say for an entry.
    fn most(&self, group: &Group) -> f32 {
        let worths = group.words.iter().map(|&(_, worth)| worth);
        let worths = worths.chain(group.phrases.iter().map(|&(_, worth)| worth));
        let best = worths.fold(0.0, f32::max);
        let most = Found {
            entry: 0,
            asked: group.weight * best,
            counted: group.rarity * best,
        };
        most.rough(self.scale)
    }

    /// What speaks for the last of those that are wanted, if for each of them more does than what is `left` to be said.
    fn worst_wanted(&self, found: impl Iterator<Item = Found>, left: f32) -> Option<f32> {
        let last = self.wanted.checked_sub(1)?;
        let scores = found.map(|it| it.rough(self.scale));
        let mut ahead: Vec<f32> = scores.filter(|&score| score > left).collect();
        if ahead.len() <= last {
            return None;
        }
        let (_, worst, _) = ahead.select_nth_unstable_by(last, |a, b| b.total_cmp(a));
        Some(*worst)
    }
}

/// Whether anything was said of an entry.
fn was_said([asked, counted]: [f32; 2]) -> bool {
    asked > 0.0 || counted > 0.0
}

impl Found {
    fn new(entry: u32, [asked, counted]: [f32; 2]) -> Self {
        Self {
            entry,
            asked,
            counted,
        }
    }

    fn of(hit: Hit, group: &Group) -> Self {
        let found = hit.phrasing.max(hit.anywhere * group.in_answer);
        Self {
            entry: hit.entry,
            asked: group.weight * found,
            counted: group.rarity * hit.anywhere,
        }
    }

    /// The score as far as it can be told: the second view is taken to be as good as the first.
    fn rough(self, scale: Scale) -> f32 {
        single(ASKED + 1.0) * scale.asked * self.asked + scale.counted * self.counted
    }
}
