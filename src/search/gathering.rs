//! What speaks for entries, roughly, gathered list by list.

use super::admitted::Admitted;
use super::candidates::{Group, single};
use super::lists::Lists;
use super::stored::Part;
use super::views::{ASKED, B, K1};

/// So many of the best by counted words are looked at in any case: the best of them sets the scale of the third view.
const BEST_COUNTED: usize = 64;

/// Entries with what speaks for them.
#[derive(Debug)]
pub(super) struct Gathering<'l> {
    groups: &'l [Group],
    lists: &'l Lists<'l>,
    admitted: &'l Admitted,
    /// How many are wanted.
    wanted: usize,
    /// In order of their entries.
    found: Vec<Found>,
    /// Room for the next ones: a list that grows anew for each group costs more than what is done with it.
    room: Vec<Found>,
    scale: Scale,
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

/// What one group says of an entry.
#[derive(Debug, Clone, Copy)]
struct Hit {
    entry: u32,
    /// How like the best word in a phrasing is.
    phrasing: f32,
    /// How like the best word anywhere is.
    anywhere: f32,
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
            found: Vec::new(),
            room: Vec::new(),
            scale: Scale {
                asked: 1.0 / weight.max(f32::MIN_POSITIVE),
                counted: bag / rarity.max(f32::MIN_POSITIVE),
            },
        }
    }

    /// Gathers what the groups say, the shortest lists first.
    pub(super) fn gather(&mut self) {
        let groups = self.groups;
        let mut left: f32 = groups.iter().map(|group| self.most(group)).sum();
        let mut said = 0.0;
        for group in groups {
            // Nothing is ahead of what is left while less than that was said.
            let worst = (said > left).then(|| self.worst_wanted(left)).flatten();
            if let Some(worst) = worst {
                // What is so far behind that no further word can help it has lost.
                let scale = self.scale;
                self.found
                    .retain(|found| found.rough(scale) + left >= worst);
                if self.found.len() <= self.wanted {
                    return;
                }
                let among: Vec<u32> = self.found.iter().map(|found| found.entry).collect();
                let hits = self.hits_among(group, &among);
                for (found, hit) in self.found.iter_mut().zip(hits) {
                    found.add(hit, group);
                }
            } else {
                let hits = self.hits(group);
                self.merge(&hits, group);
            }
            let most = self.most(group);
            left -= most;
            said += most;
        }
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
    fn worst_wanted(&self, left: f32) -> Option<f32> {
        let last = self.wanted.checked_sub(1)?;
        let scores = self.found.iter().map(|it| it.rough(self.scale));
        let mut ahead: Vec<f32> = scores.filter(|&score| score > left).collect();
        if ahead.len() <= last {
            return None;
        }
        let (_, worst, _) = ahead.select_nth_unstable_by(last, |a, b| b.total_cmp(a));
        Some(*worst)
    }

    /// All entries of which a group says anything.
    fn hits(&self, group: &Group) -> Vec<Hit> {
        let mut hits = Vec::with_capacity(group.size);
        for &(word, worth) in &group.words {
            for &part in group.parts {
                let list = self.lists.of(word, part);
                hits.extend(list.iter().map(|&entry| Hit::new(entry, part, worth)));
            }
        }
        for (list, worth) in &group.phrases {
            let phrases = list.iter();
            hits.extend(phrases.map(|&entry| Hit::new(entry, Part::Phrasing, *worth)));
        }
        hits.sort_by_key(|hit| hit.entry);
        hits.dedup_by(|next, hit| next.entry == hit.entry && hit.take(*next));
        if let Admitted::Only(_) = self.admitted {
            hits.retain(|hit| self.admitted.has(hit.entry as usize));
        }
        hits
    }

    /// What a group says of some entries.
    fn hits_among(&self, group: &Group, among: &[u32]) -> Vec<Hit> {
        let nothing = |&entry: &u32| Hit::new(entry, Part::AnswerAlone, 0.0);
        let mut hits: Vec<Hit> = among.iter().map(nothing).collect();
        for &(word, worth) in &group.words {
            for &part in group.parts {
                let mut take = |place: usize| {
                    let hit: &mut Hit = &mut hits[place];
                    hit.take(Hit::new(hit.entry, part, worth));
                };
                self.lists.stored.held(word, part, among, &mut take);
            }
        }
        for (list, worth) in &group.phrases {
            for hit in &mut hits {
                if list.binary_search(&hit.entry).is_ok() {
                    hit.take(Hit::new(hit.entry, Part::Phrasing, *worth));
                }
            }
        }
        hits
    }

    /// Adds what a group says, with the entries that are new.
    fn merge(&mut self, hits: &[Hit], group: &Group) {
        let merged = &mut self.room;
        merged.clear();
        merged.reserve(self.found.len() + hits.len());
        let mut known = self.found.iter().copied().peekable();
        for &hit in hits {
            while let Some(found) = known.next_if(|found| found.entry < hit.entry) {
                merged.push(found);
            }
            let mut found = known
                .next_if(|found| found.entry == hit.entry)
                .unwrap_or(Found {
                    entry: hit.entry,
                    asked: 0.0,
                    counted: 0.0,
                });
            found.add(hit, group);
            merged.push(found);
        }
        merged.extend(known);
        std::mem::swap(&mut self.found, &mut self.room);
    }
}

impl Hit {
    fn new(entry: u32, part: Part, worth: f32) -> Self {
        Self {
            entry,
            phrasing: if part == Part::Phrasing { worth } else { 0.0 },
            anywhere: worth,
        }
    }

    /// Takes what another says of the same entry, where that is more.
    fn take(&mut self, other: Self) -> bool {
        self.phrasing = self.phrasing.max(other.phrasing);
        self.anywhere = self.anywhere.max(other.anywhere);
        true
    }
}

impl Found {
    fn add(&mut self, hit: Hit, group: &Group) {
        let found = hit.phrasing.max(hit.anywhere * group.in_answer);
        self.asked += group.weight * found;
        self.counted += group.rarity * hit.anywhere;
    }

    /// The score as far as it can be told: the second view is taken to be as good as the first.
    fn rough(self, scale: Scale) -> f32 {
        single(ASKED + 1.0) * scale.asked * self.asked + scale.counted * self.counted
    }
}
