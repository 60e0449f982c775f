//! Alternates that would be answered by another entry if they were not stored: most likely they belong there.

use hashbrown::{HashMap, HashSet};

use super::affordable::affordable;
use super::duplicates::key;
use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::cores::Cores;
use crate::model::Faq;
use crate::search::{Engine, Options, Phrasing, Status};

/// How alike an alternate must be to a phrasing of another entry to be tried: below, no entry is sure of it.
const LEAST_ALIKE: f64 = 0.4;

/// How often the FAQ is read anew, each time without one alternate of each entry. An entry that has more to try loses
/// several at once.
const MOST_FOLDS: usize = 8;

/// How sure the engine must be that another entry answers it.
const SURE: f64 = 0.9;

/// How far behind its own entry must be, as a share of the other's score.
const BEHIND: f64 = 0.6;

/// How many matches are looked at for its own entry.
const MATCHES: usize = 20;

pub(super) fn find(subject: &Subject<'_>, engine: &Engine<'_>, found: &mut Vec<Finding>) {
    let entries = &subject.faq().entries;
    if entries.iter().all(|entry| entry.alternates.is_empty()) {
        return;
    }
    let suspects = suspects(subject, engine);
    for fold in folds(&suspects) {
        let without = without(subject.faq(), &fold);
        let engine = Engine::new(&without);
        let others = Cores::here().each(&fold, |&suspect| other(subject, &engine, suspect));
        for (suspect, other) in fold.into_iter().zip(others) {
            let Some(other) = other else { continue };
            let there = subject.item(other);
            let finding = Finding::new(
                Kind::AlternateFitsAnother,
                subject.spot(suspect),
                format!(
                    "the words of this alternate fit the entry \"{}\" better",
                    there.name()
                ),
                "move it there, or say in this entry's other questions what makes it fit",
            );
            let finding = finding.of(suspect.entry);
            found.push(finding.see(there.spot(there.offsets.question), "fits here"));
        }
    }
}

/// The alternates that are more like a phrasing of another entry than like any of their own, the most alike first.
fn suspects(subject: &Subject<'_>, engine: &Engine<'_>) -> Vec<Phrasing> {
    let mut seen = HashSet::new();
    let mut suspects = Vec::new();
    for pair in engine.similar(LEAST_ALIKE) {
        let text = |phrasing| key(engine, subject.text(phrasing));
        let is_suspect =
            pair.first.entry != pair.second.entry && text(pair.first) != text(pair.second);
        // The first pair that an alternate is in is the most alike.
        for it in [pair.first, pair.second] {
            if it.number > 0 && seen.insert(it) && is_suspect {
                suspects.push(it);
            }
        }
    }
    suspects.truncate(affordable(&subject.inspection.faq));
    suspects
}

/// The suspects in groups, each with one of each entry as far as there are groups enough.
fn folds(suspects: &[Phrasing]) -> Vec<Vec<Phrasing>> {
    let mut folds: Vec<Vec<Phrasing>> = Vec::new();
    let mut of_entry: HashMap<usize, usize> = HashMap::new();
    for &suspect in suspects {
        let number = of_entry.entry(suspect.entry).or_insert(0);
        let fold = *number % MOST_FOLDS;
        *number += 1;
        if fold == folds.len() {
            folds.push(Vec::new());
        }
        folds[fold].push(suspect);
    }
    folds
}

/// The FAQ without some of its alternates.
fn without<'a>(faq: &Faq<'a>, left_out: &[Phrasing]) -> Faq<'a> {
    let left_out: HashSet<Phrasing> = left_out.iter().copied().collect();
    let mut faq = faq.clone();
    for (entry, it) in faq.entries.iter_mut().enumerate() {
        let mut number = 0;
        it.alternates.retain(|_| {
            number += 1;
            !left_out.contains(&Phrasing { entry, number })
        });
    }
    faq
}

/// The entry that answers a phrasing, for sure, where its own does not come near.
fn other(subject: &Subject<'_>, engine: &Engine<'_>, suspect: Phrasing) -> Option<usize> {
    let options = Options {
        top: MATCHES,
        related: 0,
        threshold: SURE,
        ..Options::default()
    };
    let reply = engine.ask(subject.text(suspect), &options);
    let best = reply.matches.first()?;
    let own = reply.matches.iter().find(|it| it.entry == suspect.entry);
    let is_behind = own.is_none_or(|own| own.score <= BEHIND * best.score);
    let is_other = reply.status == Status::Answered && best.entry != suspect.entry && is_behind;
    is_other.then_some(best.entry)
}

#[cfg(test)]
mod tests {
    use crate::check::tests::findings_of;

    #[test]
    fn an_alternate_belongs_to_the_entry_that_would_answer_it() {
        let entries: &[&[&str]] = &[
            &[
                "How do I reset my password?",
                "I forgot my password",
                "When does the museum open on Sundays?",
            ],
            &[
                "When is the museum open?",
                "At what time does the museum open?",
            ],
            &["Where can I park?", "Is there a car park?"],
        ];
        assert_eq!(
            findings_of(entries, "alternate"),
            [
                "warning[alternate-fits-another] 1:81: the words of this alternate fit the entry \"when-is-the-museum-open\" better"
            ]
        );
        let entries: &[&[&str]] = &[&entries[0][..2], entries[1], entries[2]];
        assert_eq!(findings_of(entries, "alternate"), [""; 0]);
    }
}
