//! What the engine makes of a case, whatever threshold is set later.

use hashbrown::{HashMap, HashSet};

use crate::model::Faq;
use crate::search::{Engine, Match, Options, Status};

use super::cases::Case;

/// The lowest threshold that does not take every match for an answer: whatever is not answered at it never is.
const LOWEST: f64 = f64::MIN_POSITIVE;

/// What became of a [`Case`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// The probability, in 0..1, that the first match is right.
    pub confidence: f64,
    /// The first match, as an index into [`Faq::entries`].
    pub found: Option<usize>,
    /// The entries that answer the case, in its order; none where it must be refused.
    pub relevant: Vec<Relevant>,
    /// Whether confidence alone decides if the first match is the answer; where several entries share the question
    /// word for word, none of them is, however sure the engine may be.
    pub answerable: bool,
}

/// An entry that answers a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Relevant {
    /// Which of [`Faq::entries`].
    pub entry: usize,
    /// Its place among the matches, from 1; none where it is not among them.
    pub rank: Option<usize>,
}

impl Verdict {
    /// Asks the question of a case.
    ///
    /// With tags, only entries with one of them are there, as in [`Engine::ask`]: a question that only others answer
    /// must then be refused.
    #[must_use]
    pub fn of(case: &Case<'_>, engine: &Engine<'_>, faq: &Faq<'_>, tags: &[String]) -> Self {
        let options = Options {
            top: usize::MAX,
            related: 0,
            threshold: LOWEST,
            tags: tags.to_vec(),
        };
        let reply = engine.ask(&case.question, &options);
        let ranks = ranks(&case.relevant, &reply.matches);
        let relevant = case.relevant.iter().copied();
        let relevant = relevant.filter(|&entry| faq.entries[entry].has_any_tag(tags));
        Self {
            confidence: reply.confidence,
            found: reply.matches.first().map(|first| first.entry),
            relevant: relevant
                .map(|entry| Relevant {
                    entry,
                    rank: ranks.get(&entry).copied(),
                })
                .collect(),
            answerable: reply.status == Status::Answered,
        }
    }

    /// Whether the FAQ has an answer.
    #[must_use]
    pub fn is_in_scope(&self) -> bool {
        !self.relevant.is_empty()
    }

    /// The place of the best match that is right, from 1.
    #[must_use]
    pub fn rank(&self) -> Option<usize> {
        self.relevant
            .iter()
            .filter_map(|relevant| relevant.rank)
            .min()
    }

    /// Whether the first match is right.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.rank() == Some(1)
    }

    /// Whether the first match is given as the answer at a threshold, as [`Engine::ask`] decides it.
    #[must_use]
    pub fn is_answered(&self, threshold: f64) -> bool {
        if threshold <= 0.0 {
            return self.found.is_some();
        }
        self.answerable && self.confidence >= threshold
    }

    /// Whether something went wrong at a threshold: the first match is not right, or is right and yet not given as the
    /// answer, or an answer is given where there is none.
    #[must_use]
    pub fn is_miss(&self, threshold: f64) -> bool {
        let answered = self.is_answered(threshold);
        if self.is_in_scope() {
            !(self.is_right() && answered)
        } else {
            answered
        }
    }
}

/// The places of some entries among the matches, from 1; those that are not among them have none. All matches are gone
/// through once, however many entries there are.
fn ranks(entries: &[usize], matches: &[Match]) -> HashMap<usize, usize> {
    let mut wanted: HashSet<usize> = entries.iter().copied().collect();
    let mut ranks = HashMap::with_capacity(wanted.len());
    for (rank, found) in (1..).zip(matches) {
        if wanted.is_empty() {
            break;
        }
        ranks.extend(wanted.take(&found.entry).map(|entry| (entry, rank)));
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(entries: impl Iterator<Item = usize>) -> Vec<Match> {
        let score = 0.5;
        entries.map(|entry| Match { entry, score }).collect()
    }

    #[test]
    fn ranks_are_places_among_the_matches() {
        let ranks = ranks(&[3, 8, 5, 3], &matches([4, 3, 9, 5].into_iter()));
        assert_eq!(ranks, HashMap::from([(3, 2), (5, 4)]));
    }

    /// How many entries answer a case that would take minutes if each were sought among all matches.
    const MANY: usize = 200_000;

    #[test]
    fn as_many_entries_as_there_are_may_answer_a_case() {
        let entries: Vec<usize> = (0..MANY).collect();
        let ranks = ranks(&entries, &matches((0..MANY).rev()));
        assert!(entries.iter().all(|entry| ranks[entry] == MANY - entry));
    }
}
