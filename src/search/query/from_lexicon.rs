//! The groups of the general lexicon that stand in a question.

use std::borrow::Cow;
use std::ops::Range;

use super::concepts::{FoundGroup, Occurrence};
use crate::lexicon::{self, Group, StemId};
use crate::sorting;
use crate::text::{Analyzer, Class, Token};

/// The groups of the lexicon that have a member in a question.
pub(super) fn find(tokens: &[Token], analyzer: &Analyzer) -> Vec<FoundGroup<'static>> {
    let places = places(tokens, analyzer);
    places
        .chunk_by(|(group, _), (next, _)| group == next)
        .map(|places| {
            let (group, _) = places[0];
            let place = |(_, span): &(_, Range<usize>)| Occurrence {
                span: span.clone(),
                as_acronym: false,
            };
            FoundGroup {
                relation: group.kind().into(),
                occurrences: places.iter().map(place).collect(),
                members: group
                    .members()
                    .map(|member| {
                        let stems = member.stems().map(StemId::text);
                        stems.map(Cow::Borrowed).collect()
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The groups of the lexicon that stand in a question, in order, each with every place where it does.
pub(super) fn places(tokens: &[Token], analyzer: &Analyzer) -> Vec<(Group, Range<usize>)> {
    let stem = |token: &Token| match token.word.class {
        Class::Content => StemId::find(&token.stem),
        Class::Character(_) | Class::Pair(_) => StemId::find(&analyzer.stem_in_phrase(&token.word)),
        // Phrases hold words of all kinds, and the lexicon knows all by their stems.
        Class::Question | Class::Function => StemId::find(&analyzer.lexical_stem(&token.word)),
    };
    let stems: Vec<Option<StemId>> = tokens.iter().map(stem).collect();
    let mut places = Vec::new();
    for (start, token) in tokens.iter().enumerate() {
        // Words of other languages than English may be spelt like English ones.
        if !token.word.class.is_of_characters() && !analyzer.is_english() {
            continue;
        }
        let is_other_character = matches!(token.word.class, Class::Character(_))
            && analyzer.stem_in_phrase(&token.word) != token.stem;
        let stem = stems[start].into_iter();
        for member in stem.flat_map(lexicon::members_beginning_with) {
            let words = member.stems();
            let span = start..start + words.len();
            let here = stems.get(span.clone());
            // By itself, a character is the same only as it is.
            let may_be = words.len() > 1 || !is_other_character;
            if may_be && here.is_some_and(|here| words.map(Some).eq(here.iter().copied())) {
                places.push((member.group(), span));
            }
        }
        if is_other_character {
            let alone = StemId::find(&token.stem).into_iter();
            let alone = alone.flat_map(lexicon::members_beginning_with);
            let alone = alone.filter(|member| member.stems().len() == 1);
            places.extend(alone.map(|member| (member.group(), start..start + 1)));
        }
    }
    sorting::by_key(&mut places, |(group, span)| (*group, span.start));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::query::concepts::Concepts;
    use crate::search::query::relation::MemberRelation;
    use crate::text::Language;

    #[test]
    fn the_lexicon_knows_words_and_phrases() {
        let analyzer = Analyzer::new(Some(Language::English));
        let find = |text: &str, relation: MemberRelation, member: &str| {
            let tokens = analyzer.tokens(text);
            let concepts = Concepts::new(true);
            let found = concepts.find(&tokens, &analyzer);
            found.iter().any(|found| {
                found.relation == relation
                    && found.members.iter().any(|words| words.join(" ") == member)
            })
        };
        assert!(find("How much is it?", MemberRelation::Same, "price"));
        assert!(find("buying a car", MemberRelation::Same, "purchas"));
        assert!(find("what have you bought", MemberRelation::Forms, "buy"));
        assert!(!find("how come", MemberRelation::Same, "price"));
        assert!(
            Concepts::new(false)
                .find(&analyzer.tokens("buying a car"), &analyzer)
                .is_empty()
        );
    }

    #[test]
    fn the_lexicon_knows_words_of_scripts_without_spaces_in_any_language() {
        for (text, member, expected) in [
            ("怎么付款", "如何", true),
            ("パスワードを変更", "変える", true),
            ("오늘 구입했어", "구매", true),
            // A final consonant changes nothing inside a word.
            ("메일을 보낸 사람", "발송", true),
            ("how much", "price", false),
        ] {
            let analyzer = Analyzer::new(None);
            let concepts = Concepts::new(true);
            let wanted: Vec<String> = match analyzer.all_words(member).as_slice() {
                [word] => vec![analyzer.stem(word).into_owned()],
                words => words
                    .iter()
                    .map(|word| analyzer.stem_in_phrase(word).into_owned())
                    .collect(),
            };
            let found = concepts.find(&analyzer.tokens(text), &analyzer);
            let has = |found: &FoundGroup<'_>| found.members.iter().any(|member| *member == wanted);
            assert_eq!(found.iter().any(has), expected, "{text}");
        }
    }

    #[test]
    fn whatever_the_lexicon_lists_is_found_where_it_is_said() {
        for source in [
            include_str!("../../lexicon/english.txt"),
            include_str!("../../lexicon/chinese.txt"),
            include_str!("../../lexicon/japanese.txt"),
            include_str!("../../lexicon/korean.txt"),
        ] {
            whatever_is_listed_is_found(source);
        }
    }

    fn whatever_is_listed_is_found(source: &str) {
        let analyzer = Analyzer::new(Some(Language::English));
        let concepts = Concepts::new(true);
        let groups = source.split("[common").next().unwrap_or_default().lines();
        let groups = groups.filter(|line| !line.is_empty() && !line.starts_with(['#', '[']));
        let mut missing = Vec::new();
        for (number, group) in groups.enumerate() {
            for member in group.split(' ') {
                let tokens = analyzer.tokens(&member.replace('_', " "));
                let whole = |found: &FoundGroup<'_>| {
                    let mut spans = found.occurrences.iter().map(|place| place.span.clone());
                    found.relation != MemberRelation::Synonyms
                        && spans.any(|span| span == (0..tokens.len()))
                };
                if !concepts.find(&tokens, &analyzer).iter().any(whole) {
                    missing.push(format!("{number}: {member}"));
                }
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
    }
}
