//! The FAQ's own groups of synonyms, and where their members stand in a question.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use hashbrown::HashSet;

use super::concepts::Occurrence;
use super::first_words::FirstWords;
use crate::sorting;
use crate::text::{Analyzer, Class, Forms, Token, Word};

/// One way to say what a group means.
pub(super) type Member = Vec<Word<'static>>;

/// How many words of questions are compared with all members before their first words are put in order. To do that takes
/// as long as to compare some 27 words, most questions have fewer, and most runs have one question.
const WORDS_COMPARED: usize = 32;

/// The FAQ's own groups of synonyms, for questions that are read by one analyzer. Their words are stemmed only when a
/// question comes near them, or when many questions come.
#[derive(Debug, Default)]
pub(super) struct OwnGroups {
    groups: Vec<Vec<Member>>,
    /// How many words of questions were compared with all members.
    compared: AtomicUsize,
    first_words: OnceLock<FirstWords>,
}

impl OwnGroups {
    /// Adds a group of synonyms.
    pub(super) fn add<'s>(&mut self, group: impl Iterator<Item = &'s str>, analyzer: &Analyzer) {
        let mut members: Vec<Member> = group.map(|member| analyzer.all_words(member)).collect();
        members.retain(|member| !member.is_empty());
        let acronyms = acronyms(&members);
        for member in &mut members {
            if let Some(acronym) = acronym_meant(member, &acronyms) {
                *member = vec![acronym];
            }
        }
        self.groups.push(members);
    }

    /// The members of each group.
    pub(super) fn groups(&self) -> &[Vec<Member>] {
        &self.groups
    }

    /// Where groups stand in a question, in their order.
    pub(super) fn places(&self, tokens: &[Token], analyzer: &Analyzer) -> Vec<(usize, Occurrence)> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        let question = Question {
            tokens,
            forms: tokens
                .iter()
                .map(|token| analyzer.forms(&token.stem))
                .collect(),
            analyzer,
        };
        match self.first_words(tokens.len(), analyzer) {
            Some(first_words) => self.places_by_first_words(first_words, &question),
            None => self.places_by_comparing(&question),
        }
    }

    /// The groups by their first words, once so many words were compared with all of them that this pays.
    fn first_words(&self, words: usize, analyzer: &Analyzer) -> Option<&FirstWords> {
        if let Some(known) = self.first_words.get() {
            return Some(known);
        }
        let compared = self.compared.fetch_add(words, Ordering::Relaxed);
        (compared >= WORDS_COMPARED).then(|| {
            self.first_words
                .get_or_init(|| FirstWords::new(&self.groups, analyzer))
        })
    }

    fn places_by_comparing(&self, question: &Question<'_>) -> Vec<(usize, Occurrence)> {
        let mut places = Vec::new();
        for (group, members) in self.groups.iter().enumerate() {
            for start in 0..question.tokens.len() {
                let here = members.iter().map(|member| (group, member));
                add_places(start, here, question, &mut places);
            }
        }
        places
    }

    fn places_by_first_words(
        &self,
        first_words: &FirstWords,
        question: &Question<'_>,
    ) -> Vec<(usize, Occurrence)> {
        let mut places = Vec::new();
        for (start, token) in question.tokens.iter().enumerate() {
            let here = first_words.beginning_with(token, question.analyzer);
            let here = here.into_iter();
            let here = here.map(|(group, member)| (group, &self.groups[group][member]));
            add_places(start, here, question, &mut places);
        }
        sorting::by_key(&mut places, |(group, _)| *group);
        places
    }
}

/// A question that is compared with members.
struct Question<'q> {
    tokens: &'q [Token],
    /// The forms of each of them.
    forms: Vec<Forms<'q>>,
    analyzer: &'q Analyzer,
}

impl Question<'_> {
    /// The place of a member, if it begins at a token.
    fn place(&self, start: usize, member: &[Word<'_>]) -> Option<Occurrence> {
        let span = start..start + member.len();
        let here = self.tokens.get(span.clone())?;
        let as_acronym = reads_as(here, &self.forms[span.clone()], member, self.analyzer)?;
        Some(Occurrence { span, as_acronym })
    }
}

/// Adds the places of members, given with their groups, that begin at a token: of members of one group that stand in one
/// place, once.
fn add_places<'m>(
    start: usize,
    members: impl Iterator<Item = (usize, &'m Member)>,
    question: &Question<'_>,
    places: &mut Vec<(usize, Occurrence)>,
) {
    let from = places.len();
    for (group, member) in members {
        let place = question.place(start, member).map(|place| (group, place));
        places.extend(place.filter(|place| !places[from..].contains(place)));
    }
}

/// Whether tokens say what a member says, and if so whether one had to be read as an acronym.
fn reads_as(
    tokens: &[Token],
    forms: &[Forms<'_>],
    member: &[Word<'_>],
    analyzer: &Analyzer,
) -> Option<bool> {
    let mut as_acronym = false;
    for ((token, forms), wanted) in tokens.iter().zip(forms).zip(member) {
        let is_character = |word: &Word<'_>| matches!(word.class, Class::Character(_));
        let is_form = if member.len() > 1 && is_character(&token.word) && is_character(wanted) {
            analyzer.stem_in_phrase(&token.word) == analyzer.stem_in_phrase(wanted)
        } else {
            forms.include(wanted)
        };
        if !is_form {
            if token.acronym.as_deref() != Some(wanted.text.as_ref()) {
                return None;
            }
            as_acronym = true;
        }
    }
    Some(as_acronym)
}

/// The acronyms that a group writes or spells out: *US* for *U.S.* as for *united states*.
fn acronyms(group: &[Member]) -> HashSet<String> {
    let initials = |words: &Member| {
        words
            .iter()
            .filter_map(|word| word.text.chars().next())
            .collect::<String>()
    };
    let acronym = |member: &Member| match member.as_slice() {
        [word] => word.text.to_string(),
        _ => initials(member).to_uppercase(),
    };
    group.iter().map(acronym).collect()
}

/// The acronym meant by a lone function word among synonyms: *us* beside *U.S.* or *united states* is no pronoun.
fn acronym_meant(member: &[Word<'_>], acronyms: &HashSet<String>) -> Option<Word<'static>> {
    let [word] = member else { return None };
    word.acronym()
        .filter(|acronym| acronyms.contains(acronym.text.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use proptest::prelude::*;

    #[test]
    fn first_words_are_put_in_order_when_many_questions_came() {
        let analyzer = Analyzer::new(Some(Language::English));
        let mut groups = OwnGroups::default();
        groups.add(["parcel", "brown paper box"].into_iter(), &analyzer);
        let tokens = analyzer.tokens("where is the brown paper box");
        let first = groups.places(&tokens, &analyzer);
        assert_eq!(first.len(), 1);
        assert!(groups.first_words.get().is_none());
        for _ in 0..=WORDS_COMPARED.div_ceil(tokens.len()) {
            assert_eq!(groups.places(&tokens, &analyzer), first);
        }
        assert!(groups.first_words.get().is_some());
    }

    /// What members and questions are made of: words with forms, acronyms, pronouns that may be some, and characters that
    /// are written with final consonants and without.
    const PARTS: &str = "talk|talks|talking|meeting|united|states|us|US|U\\.S\\.|who|WHO|it|IT|how|to|\
                         梅|雨|梅雨|梅雨明け|보|본|보내|보낸|메일을|사람|사|a|1";

    fn phrase(most: usize) -> impl Strategy<Value = String> {
        proptest::collection::vec(PARTS, 1..=most).prop_map(|parts| parts.join(" "))
    }

    proptest! {
        #[test]
        fn first_words_lead_to_what_comparing_with_every_member_finds(
            members in proptest::collection::vec(proptest::collection::vec(phrase(3), 1..5), 0..6),
            question in phrase(8),
            is_english: bool,
        ) {
            let analyzer = Analyzer::new(is_english.then_some(Language::English));
            let mut groups = OwnGroups::default();
            for group in &members {
                groups.add(group.iter().map(String::as_str), &analyzer);
            }
            let tokens = analyzer.tokens(&question);
            let first_words = FirstWords::new(&groups.groups, &analyzer);
            let question = Question {
                tokens: &tokens,
                forms: tokens.iter().map(|token| analyzer.forms(&token.stem)).collect(),
                analyzer: &analyzer,
            };
            let by_first_words = groups.places_by_first_words(&first_words, &question);
            prop_assert_eq!(by_first_words, groups.places_by_comparing(&question));
        }
    }
}
