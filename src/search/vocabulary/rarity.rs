//! What a word weighs: more the rarer it is, in this FAQ and anywhere.

use crate::lexicon;
use crate::text::Class;

/// The weight of question words and of function words beside that of words that carry the subject.
///
/// They do decide some questions (*where*, *how long*), so none is dropped: without them Hit@1 on covidfaq,
/// which is full of such questions, falls by more than twenty points.
const QUESTION_WORD: f64 = 0.75;
const FUNCTION_WORD: f64 = 0.3;

/// The weight of a pair of characters beside that of one character. Both are looked for, and a pair that is not found
/// says little where its characters are: +1 point of Hit@1 on Chinese and Korean sets.
const PAIR: f64 = 0.3;

/// The weight of a character that mostly holds sentences together beside that of another, and of a pair for each such
/// character that it has: with function words of English in mind, and worth a point and a half of Hit@1 on Chinese and
/// Korean sets. From .4 to .6 it makes little difference.
const PARTICLE: f64 = 0.5;

/// The weight of a word about a subject beside that of a character, where a question has both: *Google* among Japanese
/// characters says as much as several of them and their pairs together. Worth .8 points of Hit@1 on a Japanese set and
/// nothing on a Chinese one; 2 gives .5 and 5 gives .7.
const WORD_AMONG_CHARACTERS: f64 = 3.0;

/// How much of the rarity of a word is taken from the language at large rather than from the FAQ, which knows almost
/// nothing of it when it has six entries. Left Hit@1 as it was on the mean of the sets, and refuses better.
const AT_LARGE: f64 = 0.5;

/// A word that the lexicon does not list stands in about one of so many questions.
const RAREST: f64 = 20_000.0;

/// The most that rarity at large can add: as much as in a FAQ of some thousand entries.
const MOST_AT_LARGE: f64 = 9.0;

/// How common a word is in the language at large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::search) enum Commonness {
    /// The language has no lexicon here, or the FAQ does without.
    Unknown,
    /// How rare it is, in 0..1, on a logarithmic scale: 1 for what is listed nowhere.
    Rarity(f64),
}

impl Commonness {
    /// How common a word of the lexicon's language is, as it is spelt.
    pub(in crate::search) fn of(word: &str) -> Self {
        Self::Rarity(match lexicon::commonness(word) {
            Some(rate) => rate.ln() / RAREST.ln(),
            None => 1.0,
        })
    }
}

/// What a word weighs that stands in so many of the entries' questions.
#[inline]
pub(in crate::search) fn weight(
    class: Class,
    entries: usize,
    frequency: u32,
    commonness: Commonness,
) -> f64 {
    let in_faq = in_faq(entries, frequency);
    let rarity = match commonness {
        Commonness::Unknown => in_faq,
        Commonness::Rarity(rarity) => {
            let scale = (entries as f64 + 1.0).ln().min(MOST_AT_LARGE);
            (1.0 - AT_LARGE) * in_faq + AT_LARGE * (1.0 + rarity * scale)
        }
    };
    factor(class) * rarity
}

/// What a word weighs at least that stands in any of the entries' questions: neither the FAQ nor the language takes a word
/// for less rare than what stands everywhere.
pub(in crate::search) fn least_weight(class: Class) -> f64 {
    factor(class)
}

/// What is left of what characters say where so many of them are particles.
pub(in crate::search) fn without_particles(class: Class) -> f64 {
    match class {
        Class::Character(particles) | Class::Pair(particles) => {
            (0..particles).map(|_| PARTICLE).product()
        }
        Class::Content | Class::Question | Class::Function => 1.0,
    }
}

/// How much more a term of a question says for being a word, where others are characters.
pub(in crate::search) fn among_characters(class: Class) -> f64 {
    match class {
        Class::Content => WORD_AMONG_CHARACTERS,
        _ => 1.0,
    }
}

fn factor(class: Class) -> f64 {
    match class {
        Class::Content => 1.0,
        Class::Character(_) => without_particles(class),
        Class::Pair(_) => PAIR * without_particles(class),
        Class::Question => QUESTION_WORD,
        Class::Function => FUNCTION_WORD,
    }
}

/// The smoothed form of inverse document frequency: 1 for what stands everywhere, more the rarer it is.
///
/// That no word counts for nothing matters in small files, where frequencies say little; it was worth a point of
/// Hit@1 over the form that BM25 uses.
fn in_faq(entries: usize, frequency: u32) -> f64 {
    1.0 + ((entries as f64 + 1.0) / (f64::from(frequency) + 1.0)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_weigh_less_alone_and_in_pairs() {
        let weigh = |class| weight(class, 6, 1, Commonness::Unknown);
        assert!(weigh(Class::Character(0)) > weigh(Class::Character(1)));
        assert!(weigh(Class::Pair(0)) > weigh(Class::Pair(1)));
        assert!(weigh(Class::Pair(1)) > weigh(Class::Pair(2)));
        assert!(weigh(Class::Character(1)) > weigh(Class::Pair(0)));
    }

    #[test]
    fn only_a_word_about_a_subject_says_more_among_characters() {
        assert!(among_characters(Class::Content) > 1.0);
        for class in [
            Class::Character(0),
            Class::Pair(1),
            Class::Question,
            Class::Function,
        ] {
            assert!((among_characters(class) - 1.0).abs() < 1e-9, "{class:?}");
        }
    }

    #[test]
    fn no_word_weighs_less_than_one_that_stands_everywhere() {
        let classes = [
            Class::Content,
            Class::Question,
            Class::Function,
            Class::Character(1),
            Class::Pair(2),
        ];
        for class in classes {
            for commonness in [
                Commonness::Unknown,
                Commonness::of("the"),
                Commonness::of("summit"),
            ] {
                for (entries, frequency) in [(1, 1), (2, 1), (1_000, 1_000), (1_000_000, 3)] {
                    assert!(weight(class, entries, frequency, commonness) >= least_weight(class));
                }
            }
        }
    }

    #[test]
    fn what_is_rare_weighs_more_wherever_it_is_rare() {
        let weigh =
            |word: &str, frequency: u32| weight(Class::Content, 6, frequency, Commonness::of(word));
        assert!(weigh("summit", 1) > weigh("summit", 3));
        assert!(weigh("summit", 1) > weigh("thing", 1));
        assert!(weigh("thing", 1) > 1.0);
        let unknown = weight(Class::Content, 6, 6, Commonness::Unknown);
        assert!((unknown - 1.0).abs() < 1e-9);
    }
}
