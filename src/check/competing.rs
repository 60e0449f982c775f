//! Entries so alike that one question fits both: whoever asks it gets no answer, or the other's.
//!
//! Which entries may be so alike is told by the words of their phrasings; that they do compete is only said where the
//! engine itself cannot decide between them, and the question on which it cannot is shown.

use hashbrown::HashSet;

use super::affordable::affordable;
use super::duplicates::key;
use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::cores::Cores;
use crate::search::{Engine, Options, Phrasing, Similar, Status};

/// How alike two phrasings are, by the weight of their words, from which on their entries may compete: below, what tells
/// them apart is most of what they ask.
const LEAST_ALIKE: f64 = 0.6;

/// From which share of its own entry's score on another entry claims a stored question as well.
const CLAIMS: f64 = 0.9;

pub(super) fn find(subject: &Subject<'_>, engine: &Engine<'_>, found: &mut Vec<Finding>) {
    let pairs = candidates(subject, engine);
    let examples = Cores::here().each(&pairs, |pair| example(subject, engine, pair));
    for (pair, example) in pairs.iter().zip(examples) {
        let Some(example) = example else { continue };
        let (first, second) = (pair.first, pair.second);
        let other = subject.item(first.entry);
        let finding = Finding::new(
            Kind::CompetingEntries,
            subject.spot(second),
            format!(
                "\"{example}\" fits this entry and \"{}\" about equally well",
                other.name()
            ),
            "say in both questions what tells them apart, or make one entry of the two",
        );
        let finding = finding.of(second.entry);
        found.push(finding.see(subject.spot(first), "much the same is asked here"));
    }
}

/// The most alike phrasings of each two entries that may compete. Entries that share a question are left out: that is
/// an error of its own.
fn candidates(subject: &Subject<'_>, engine: &Engine<'_>) -> Vec<Similar> {
    let mut pairs = engine.similar(LEAST_ALIKE);
    let mut seen = HashSet::new();
    let same = |pair: &Similar| {
        let text = |phrasing| key(engine, subject.text(phrasing));
        text(pair.first) == text(pair.second)
    };
    pairs.retain(|pair| {
        let entries = (pair.first.entry, pair.second.entry);
        entries.0 != entries.1 && seen.insert(entries) && !same(pair)
    });
    pairs.truncate(affordable(&subject.inspection.faq));
    pairs
}

/// A question on which the engine cannot decide between two entries.
fn example(subject: &Subject<'_>, engine: &Engine<'_>, pair: &Similar) -> Option<String> {
    let (first, second) = (subject.text(pair.first), subject.text(pair.second));
    let shared = [shared(engine, first, second), shared(engine, second, first)];
    let undecided = |question: &String| is_undecided(engine, question, pair);
    let reworded = shared.into_iter().flatten().find(undecided);
    reworded.or_else(|| {
        let claimed =
            |&&(phrasing, _): &&(Phrasing, &str)| is_claimed(engine, subject, phrasing, pair);
        let stored = [(pair.first, first), (pair.second, second)];
        stored
            .iter()
            .find(claimed)
            .map(|(_, text)| text.trim().to_owned())
    })
}

/// A phrasing without the subjects that only it has, as somebody asks who leaves out a detail. None where the other has
/// subjects of its own: then what was left out is what tells the two apart, and nobody leaves it out.
fn shared(engine: &Engine<'_>, text: &str, other: &str) -> Option<String> {
    let stems = |text: &str| {
        engine
            .subjects(text)
            .into_iter()
            .collect::<HashSet<String>>()
    };
    let (own, others) = (stems(text), stems(other));
    if !others.is_subset(&own) || own.is_subset(&others) {
        return None;
    }
    let is_shared = |word: &&str| stems(word).is_subset(&others);
    let kept: Vec<&str> = text.split_whitespace().filter(is_shared).collect();
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-');
    let kept = kept.join(" ").trim_matches(ends).to_owned();
    (!kept.is_empty()).then_some(kept)
}

fn is_undecided(engine: &Engine<'_>, question: &str, pair: &Similar) -> bool {
    let options = Options {
        top: 2,
        related: 0,
        ..Options::default()
    };
    let reply = engine.ask(question, &options);
    let first_two = reply.matches.iter().map(|found| found.entry);
    reply.status == Status::Ambiguous && are_both(first_two, pair)
}

/// Whether the words of a stored question speak for the other entry about as much as for its own.
fn is_claimed(
    engine: &Engine<'_>,
    subject: &Subject<'_>,
    phrasing: Phrasing,
    pair: &Similar,
) -> bool {
    let both = [pair.first.entry, pair.second.entry];
    let matches = engine.ranked_by_words(subject.text(phrasing), &both);
    matches.len() == 2 && matches[1].score >= CLAIMS * matches[0].score
}

fn are_both(entries: impl Iterator<Item = usize>, pair: &Similar) -> bool {
    let mut entries: Vec<usize> = entries.collect();
    entries.sort_unstable();
    entries == [pair.first.entry, pair.second.entry]
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings_of;

    #[test]
    fn entries_compete_when_a_question_fits_both() {
        let shop = &["Where is the nearest shop?"][..];
        let general = &["How do I reset my password?"][..];
        for (entries, expected) in [
            (
                &[
                    &["How do I cancel my order?"][..],
                    &["How do I change my order?"],
                    shop,
                ][..],
                &[][..],
            ),
            (
                &[
                    &["Which version is this?"],
                    &["What is new in version 2?"],
                    &["What is new in version 3?"],
                ],
                &[],
            ),
            (
                &[general, &["How do I reset a forgotten password?"], shop],
                &[
                    "warning[competing-entries] 2:13: \"How do I reset a password?\" fits this entry and \
                     \"how-do-i-reset-my-password\" about equally well",
                ],
            ),
            (
                &[general, &["How do I reset my passwords, please?"], shop],
                &[
                    "warning[competing-entries] 2:13: \"How do I reset my password?\" fits this entry and \
                     \"how-do-i-reset-my-password\" about equally well",
                ],
            ),
            // The same question twice is an error of its own.
            (&[general, &["how do I reset my password"], shop], &[]),
        ] {
            assert_eq!(findings_of(entries, "competing"), expected, "{entries:?}");
        }
    }
}
