//! From misses to groups of questions that ask the same, most frequent first.

use std::cmp::Reverse;

use hashbrown::HashMap;

use super::joining::join;
use super::log::Miss;
use crate::search::{Engine, Options, Reading, Status};
use crate::sorting;

/// What a log of misses comes to, with the FAQ as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouping<'m> {
    /// Questions that ask the same, most frequent first, those that were asked first before others.
    pub groups: Vec<Group<'m>>,
    /// How many misses are in no group, since the FAQ answers them by now.
    pub answered: usize,
}

/// Questions that ask the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'m> {
    /// How many misses it holds; at least 1.
    pub count: usize,
    /// The ways in which it was asked, most frequent first; at least one. The others are all like the first.
    pub phrasings: Vec<Phrasing<'m>>,
    /// The entry that fits the first phrasing best, as an index into [`Faq::entries`](crate::Faq::entries).
    pub nearest: Option<usize>,
    /// The probability, in 0..1, that this entry is right.
    pub confidence: f64,
    /// The times of its first and its last miss, as the log writes them, where it does. Times are compared as texts,
    /// which holds for RFC 3339 in UTC.
    pub first: Option<&'m str>,
    /// See `first`.
    pub last: Option<&'m str>,
}

/// A way in which something was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrasing<'m> {
    /// The question, as it was first written.
    pub question: &'m str,
    /// How many misses have its words; case, accents and punctuation do not matter.
    pub count: usize,
}

/// All misses with the same words.
struct Distinct<'m> {
    phrasing: Phrasing<'m>,
    first: Option<&'m str>,
    last: Option<&'m str>,
}

impl<'m> Grouping<'m> {
    /// Groups misses. Each distinct question is asked again, and left out where it is answered by now, with the
    /// threshold and the tags of these options.
    #[must_use]
    pub fn new(misses: &'m [Miss<'_>], engine: &Engine<'_>, options: &Options) -> Self {
        let (distinct, reading) = distinct(misses, engine);
        let options = Options {
            top: 1,
            related: 0,
            ..options.clone()
        };
        let mut answered = 0;
        let mut nearest = HashMap::new();
        let mut order = Vec::new();
        for (number, distinct) in distinct.iter().enumerate() {
            let reply = engine.ask(distinct.phrasing.question, &options);
            if reply.status == Status::Answered {
                answered += distinct.phrasing.count;
            } else {
                let found = reply.matches.first().map(|found| found.entry);
                nearest.insert(number, (found, reply.confidence));
                order.push(number);
            }
        }
        sorting::by_key(&mut order, |&number| {
            (Reverse(distinct[number].phrasing.count), number)
        });
        let mut joined = join(&reading.finish(), &order);
        let count = |members: &[usize]| -> usize {
            let counts = members
                .iter()
                .map(|&number| distinct[number].phrasing.count);
            counts.sum()
        };
        sorting::by_key(&mut joined, |members| {
            (Reverse(count(members)), members.iter().min().copied())
        });
        let group = |members: Vec<usize>| {
            let (nearest, confidence) = nearest[&members[0]];
            let members = || members.iter().map(|&number| &distinct[number]);
            Group {
                count: members().map(|distinct| distinct.phrasing.count).sum(),
                phrasings: members().map(|distinct| distinct.phrasing).collect(),
                nearest,
                confidence,
                first: members().filter_map(|distinct| distinct.first).min(),
                last: members().filter_map(|distinct| distinct.last).max(),
            }
        };
        Self {
            groups: joined.into_iter().map(group).collect(),
            answered,
        }
    }
}

/// The misses with the same words put together, in the order in which each was first asked.
fn distinct<'m, 'e>(
    misses: &'m [Miss<'_>],
    engine: &'e Engine<'e>,
) -> (Vec<Distinct<'m>>, Reading<'e>) {
    let mut reading = Reading::new(engine);
    // What stands there letter for letter need not be read again.
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut distinct: Vec<Distinct<'m>> = Vec::new();
    for miss in misses {
        let question = miss.question.as_ref();
        let number = *seen
            .entry(question)
            .or_insert_with(|| reading.add(question));
        let time = miss.time.as_deref();
        let Some(known) = distinct.get_mut(number) else {
            distinct.push(Distinct {
                phrasing: Phrasing { question, count: 1 },
                first: time,
                last: time,
            });
            continue;
        };
        known.phrasing.count += 1;
        known.first = [known.first, time].into_iter().flatten().min();
        known.last = known.last.max(time);
    }
    (distinct, reading)
}

#[cfg(test)]
mod tests {
    use super::super::parse_misses;
    use super::*;
    use crate::model::{Document, Entry, Faq};
    use crate::source::Source;

    #[test]
    fn groups_are_counted_dated_and_in_order_and_what_is_answered_is_not_among_them() {
        let entry = |question: &'static str| Entry {
            question: question.into(),
            ..Entry::default()
        };
        let faq = Faq {
            documents: vec![Document::default()],
            entries: vec![
                entry("Are you open on Sundays?"),
                entry("Do you ship parcels abroad?"),
            ],
        };
        let engine = Engine::new(&faq);
        let log = Source::new(
            "log",
            r#"{"query":"xylophone"}
            {"query":"I lost my brown dog","time":"2026-03"}
            {"query":"are you open on SUNDAYS","time":"2026-01"}
            {"query":"who lost the brown dog?"}
            {"query":"I LOST my brown dog!","time":"2026-02"}
            {"query":"zebra"}
            {"query":"how far abroad is the jungle with the tall trees and lions"}"#,
        );
        let misses = parse_misses(&log).unwrap();
        let grouping = Grouping::new(&misses, &engine, &Options::default());
        assert_eq!(grouping.answered, 1);
        let told: Vec<_> = grouping
            .groups
            .iter()
            .map(|group| {
                let phrasings: Vec<_> = group
                    .phrasings
                    .iter()
                    .map(|phrasing| (phrasing.question, phrasing.count))
                    .collect();
                (
                    group.count,
                    phrasings,
                    group.nearest,
                    group.first,
                    group.last,
                )
            })
            .collect();
        let dog = vec![("I lost my brown dog", 2), ("who lost the brown dog?", 1)];
        let jungle = "how far abroad is the jungle with the tall trees and lions";
        assert_eq!(
            told,
            [
                (3, dog, None, Some("2026-02"), Some("2026-03")),
                (1, vec![("xylophone", 1)], None, None, None),
                (1, vec![("zebra", 1)], None, None, None),
                (1, vec![(jungle, 1)], Some(1), None, None),
            ]
        );
        assert_eq!(Grouping::new(&[], &engine, &Options::default()).groups, []);
    }
}
