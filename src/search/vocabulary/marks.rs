//! What is known of a stored word, in one byte: what it is there for, and what its stem is.

use crate::text::Class;

/// The classes, in the order of their numbers.
const CLASSES: [Class; 8] = [
    Class::Content,
    Class::Character(0),
    Class::Character(1),
    Class::Pair(0),
    Class::Pair(1),
    Class::Pair(2),
    Class::Question,
    Class::Function,
];

/// Stands where the stem is no part of the word.
const IS_OTHER: u8 = 8;
/// Above these stands how much longer than its stem a word is.
const ENDING: u8 = 2 * IS_OTHER;
/// It may be so much longer, or shorter, that it does not fit there.
const LONG_ENDING: u8 = u8::MAX / ENDING;

/// What is known of the stem of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stem {
    /// So many bytes of the word.
    Beginning(u8),
    /// Something else of so many bytes.
    Other(u8),
    Unknown,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marks(pub(crate) u8);

impl Marks {
    /// The marks of a word of so many bytes; of a stem that is much longer or shorter they do not tell.
    pub(crate) fn new(class: Class, length: usize, stem: Stem) -> Self {
        let (other, stem) = match stem {
            Stem::Beginning(stem) => (0, Some(stem)),
            Stem::Other(stem) => (IS_OTHER, Some(stem)),
            Stem::Unknown => (0, None),
        };
        let ending = stem.and_then(|stem| length.checked_sub(stem.into()));
        let ending = ending.and_then(|ending| u8::try_from(ending).ok());
        let ending = ending.filter(|&ending| ending < LONG_ENDING);
        let class = CLASSES.iter().position(|&known| known == class);
        let class = class.map_or(0, |number| number.to_le_bytes()[0]);
        Self(ending.unwrap_or(LONG_ENDING) * ENDING + other + class)
    }

    /// What the word is there for.
    #[inline]
    pub(crate) fn class(self) -> Class {
        CLASSES[usize::from(self.0 % IS_OTHER)]
    }

    /// The stem of the word, which has so many bytes.
    pub(crate) fn stem(self, length: usize) -> Stem {
        let ending = self.0 / ENDING;
        let stem = length.checked_sub(ending.into());
        match stem.and_then(|stem| u8::try_from(stem).ok()) {
            Some(stem) if ending < LONG_ENDING && self.0 & IS_OTHER == 0 => Stem::Beginning(stem),
            Some(stem) if ending < LONG_ENDING => Stem::Other(stem),
            _ => Stem::Unknown,
        }
    }
}

const _: () = assert!(CLASSES.len() == IS_OTHER as usize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tell_what_they_were_made_of() {
        for class in CLASSES {
            for length in [0_u8, 1, 14, 20, 255] {
                for stem in 0..=length {
                    let fits = length - stem < LONG_ENDING;
                    for stem in [Stem::Beginning(stem), Stem::Other(stem)] {
                        let marks = Marks::new(class, length.into(), stem);
                        assert_eq!(marks.class(), class);
                        let expected = if fits { stem } else { Stem::Unknown };
                        assert_eq!(marks.stem(length.into()), expected);
                    }
                }
                let unknown = Marks::new(class, length.into(), Stem::Unknown);
                assert_eq!(unknown.stem(length.into()), Stem::Unknown);
                let longer = Marks::new(class, length.into(), Stem::Other(255));
                assert!(length == 255 || longer.stem(length.into()) == Stem::Unknown);
            }
        }
    }
}
