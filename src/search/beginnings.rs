//! Words by how they begin.

use hashbrown::HashMap;

use super::vocabulary::WordId;

/// The words that begin with the same `LENGTH` characters, each chained to the one before it that does.
///
/// Cheap to fill, as it must be where a single question is asked; what is longer than that has to be compared.
#[derive(Debug, Default)]
pub(super) struct Beginnings<const LENGTH: usize> {
    last: HashMap<[char; LENGTH], WordId>,
    /// For each word, the one before it that begins alike.
    before: Vec<Option<WordId>>,
}

impl<const LENGTH: usize> Beginnings<LENGTH> {
    /// Adds the next word. A word that is too short is in no chain.
    pub(super) fn push(&mut self, id: WordId, word: &str) {
        let alike = first(word).and_then(|beginning| self.last.insert(beginning, id));
        self.before.push(alike);
    }

    /// The words that begin like this, as far as is told apart; none where it is too short to say.
    pub(super) fn of(
        &self,
        beginning: &str,
    ) -> Option<impl Iterator<Item = WordId> + use<'_, LENGTH>> {
        let last = self.last.get(&first(beginning)?).copied();
        Some(std::iter::successors(last, |&id| self.before[id as usize]))
    }
}

fn first<const LENGTH: usize>(text: &str) -> Option<[char; LENGTH]> {
    let mut beginning = ['\0'; LENGTH];
    let mut chars = text.chars();
    for place in &mut beginning {
        *place = chars.next()?;
    }
    Some(beginning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_as_many_characters_as_are_told_apart() {
        let mut beginnings = Beginnings::<3>::default();
        for (id, word) in (0..).zip(["talk", "tall", "to", "talent", "über", "übel"]) {
            beginnings.push(id, word);
        }
        let of = |beginning: &str| beginnings.of(beginning).map(Iterator::collect::<Vec<_>>);
        assert_eq!(of("talking"), Some(vec![3, 1, 0]));
        assert_eq!(of("übe"), Some(vec![5, 4]));
        assert_eq!(of("tax"), Some(vec![]));
        assert_eq!(of("ta"), None);
    }
}
