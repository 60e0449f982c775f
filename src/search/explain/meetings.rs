//! Where the words of a question and those of an entry meet.

use std::ops::Range;

use super::Part;
use crate::search::index::entry_words::EntryWords;
use crate::search::query::Query;
use crate::search::query::relation::MemberRelation;
use crate::search::vocabulary::WordId;

/// What a term of a question met.
#[derive(Debug, Clone)]
pub(super) struct Met<'i> {
    pub(super) stored: &'i [WordId],
    pub(super) part: Part,
    /// In 0..1.
    pub(super) worth: f64,
    /// The concept by which they met, if it was not word by word.
    pub(super) concept: Option<Member>,
}

/// A concept as it stands in the question.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) relation: MemberRelation,
    /// Which of the terms say it.
    pub(super) span: Range<usize>,
}

/// What each term met that is worth most: in the phrasings of an entry, or if nothing there, in its answer.
pub(super) fn meetings<'i>(words: &'i EntryWords<'_>, query: &Query) -> Vec<Option<Met<'i>>> {
    let mut best = vec![None; query.terms.len()];
    let parts = std::iter::once(Part::Question).chain(std::iter::repeat(Part::Alternate));
    for (phrasing, part) in words.phrasings().zip(parts) {
        meet(phrasing, part, query, &mut best);
    }
    let mut in_answer = vec![None; query.terms.len()];
    meet(words.answer(), Part::Answer, query, &mut in_answer);
    let either = best.into_iter().zip(in_answer);
    either.map(|(best, answer)| best.or(answer)).collect()
}

/// The same rules as where views are made; here it is kept what met what.
fn meet<'i>(words: &'i [WordId], part: Part, query: &Query, best: &mut [Option<Met<'i>>]) {
    let mut offer = |term: usize, met: Met<'i>| {
        let known: &mut Option<Met<'i>> = &mut best[term];
        if known.as_ref().is_none_or(|known| met.worth > known.worth) {
            *known = Some(met);
        }
    };
    for position in 0..words.len() {
        let Some(role) = query.role(words[position]) else {
            continue;
        };
        for partner in &role.partners {
            let met = Met {
                stored: &words[position..=position],
                part,
                worth: partner.similarity,
                concept: None,
            };
            offer(partner.term, met);
        }
        for (concept, length) in query.concepts_at(&words[position..]) {
            let concept = &query.concepts[concept];
            for occurrence in &concept.occurrences {
                for term in occurrence.span.clone() {
                    let met = Met {
                        stored: &words[position..position + length],
                        part,
                        worth: concept.relation.worth(),
                        concept: Some(Member {
                            relation: concept.relation,
                            span: occurrence.span.clone(),
                        }),
                    };
                    offer(term, met);
                }
            }
        }
    }
}
