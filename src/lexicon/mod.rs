//! General English, compiled in: words that mean the same or nearly so, irregular forms, how common words are.
//!
//! Everything is looked up in tables that were made when the program was built; nothing is read or built at a start.
//! Words are looked up as their Snowball stems, or where that is said, as they are spelt.

mod tables;

use std::ops::Range;

/// How the members of a group are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// They ask about the same thing in nearly every question.
    Same,
    /// They are near, not the same: one makes the other likelier.
    Near,
    /// They are irregular inflections of one word.
    Forms,
}

/// A group of words and phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Group(usize);

impl Group {
    /// How its members are alike.
    pub(crate) fn kind(self) -> Kind {
        let [same, near, _] = tables::KIND_ENDS.map(usize::from);
        match self.0 {
            group if group < same => Kind::Same,
            group if group < near => Kind::Near,
            _ => Kind::Forms,
        }
    }

    /// Its members.
    pub(crate) fn members(self) -> impl Iterator<Item = Member> {
        range(&tables::GROUP_ENDS, self.0).map(Member)
    }
}

/// A word or phrase of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Member(usize);

impl Member {
    /// The group it belongs to.
    pub(crate) fn group(self) -> Group {
        Group(usize::from(tables::MEMBER_GROUPS[self.0]))
    }

    /// Its words, as stems.
    pub(crate) fn stems(self) -> impl ExactSizeIterator<Item = &'static str> {
        let stems = &tables::MEMBER_STEMS[range(&tables::MEMBER_ENDS, self.0)];
        stems
            .iter()
            .map(|&stem| text(tables::STEM_TEXT, &tables::STEM_ENDS, usize::from(stem)))
    }
}

/// The members whose first word has this stem.
pub(crate) fn members_beginning_with(stem: &str) -> impl Iterator<Item = Member> {
    let members = find(tables::STEM_TEXT, &tables::STEM_ENDS, stem)
        .map_or(0..0, |stem| range(&tables::BEGINNING_ENDS, stem));
    tables::BEGINNING_MEMBERS[members]
        .iter()
        .map(|&member| Member(usize::from(member)))
}

/// In about one of how many questions a word stands that is spelt so, whatever they are about; none if it is rarer than
/// the words that are listed.
pub(crate) fn commonness(word: &str) -> Option<f64> {
    let number = find(tables::WORD_TEXT, &tables::WORD_ENDS, word)?;
    Some(f64::from(tables::WORD_RATES[number])).filter(|&rate| rate > 0.0)
}

/// Whether a word is English as far as is known, as it is spelt or by its stem.
pub(crate) fn knows(word: &str, stem: &str) -> bool {
    find(tables::WORD_TEXT, &tables::WORD_ENDS, word).is_some()
        || find(tables::STEM_TEXT, &tables::STEM_ENDS, stem).is_some()
}

/// The words that are spelt with this beginning.
pub(crate) fn words_beginning_with(beginning: &str) -> impl Iterator<Item = &'static str> {
    let first = lower_bound(tables::WORD_TEXT, &tables::WORD_ENDS, beginning);
    (first..tables::WORD_ENDS.len())
        .map(|number| text(tables::WORD_TEXT, &tables::WORD_ENDS, number))
        .take_while(move |word| word.starts_with(beginning))
}

fn find(texts: &'static str, ends: &[u32], wanted: &str) -> Option<usize> {
    let number = lower_bound(texts, ends, wanted);
    (number < ends.len() && text(texts, ends, number) == wanted).then_some(number)
}

/// The first text that is not before `wanted`; texts rise.
fn lower_bound(texts: &'static str, ends: &[u32], wanted: &str) -> usize {
    let (mut low, mut high) = (0, ends.len());
    while low < high {
        let middle = low.midpoint(high);
        // Bytes rise as the texts do, and need not be seen to be characters.
        if texts.as_bytes()[range(ends, middle)] < *wanted.as_bytes() {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

fn text(texts: &'static str, ends: &[u32], number: usize) -> &'static str {
    let Range { start, end } = range(ends, number);
    &texts[start..end]
}

/// What belongs to a number in a table of ends.
fn range<N: Copy + TryInto<usize>>(ends: &[N], number: usize) -> Range<usize> {
    let end = |number: usize| ends[number].try_into().unwrap_or(usize::MAX);
    let start = if number == 0 { 0 } else { end(number - 1) };
    start..end(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(word: &str) -> Vec<(Kind, Vec<String>)> {
        members_beginning_with(word)
            .map(|member| {
                let members = member.group().members();
                let phrase = |member: Member| member.stems().collect::<Vec<_>>().join(" ");
                (member.group().kind(), members.map(phrase).collect())
            })
            .collect()
    }

    #[test]
    fn groups_are_found_by_the_stem_of_a_first_word() {
        let found = groups("buy");
        let has = |kind: Kind, word: &str| {
            found
                .iter()
                .any(|(of, members)| *of == kind && members.iter().any(|member| member == word))
        };
        assert!(has(Kind::Same, "purchas"), "{found:?}");
        assert!(has(Kind::Forms, "bought"), "{found:?}");
        assert_eq!(groups("zzz"), []);
    }

    #[test]
    fn common_words_are_known_with_their_forms() {
        assert!(commonness("work") < commonness("weather"));
        assert_eq!(commonness("works"), commonness("work"));
        assert_eq!(commonness("stopped"), commonness("stop"));
        assert_eq!(commonness("zygote"), None);
        assert!(knows("purchase", "purchas") && !knows("purchsae", "purchsa"));
        let words: Vec<&str> = words_beginning_with("purchas").collect();
        assert!(words.contains(&"purchase"), "{words:?}");
    }

    /// The lines of the parts that hold groups, with their numbers.
    fn group_lines() -> impl Iterator<Item = (usize, &'static str)> {
        let mut in_groups = false;
        let lines = (1..).zip(include_str!("english.txt").lines());
        lines.filter(move |(_, line)| {
            if let Some(part) = line.strip_prefix('[') {
                in_groups = !part.starts_with("common");
            }
            in_groups && !line.is_empty() && !line.starts_with(['#', '['])
        })
    }

    #[test]
    fn the_source_keeps_its_rules() {
        let mut faults = Vec::new();
        for (number, line) in group_lines() {
            let members: Vec<&str> = line.split(' ').collect();
            let plain = |member: &&str| {
                let mut words = member.split('_');
                words.clone().count() <= 5
                    && words.all(|word| {
                        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
                        !word.is_empty() && word.bytes().all(fits)
                    })
            };
            let distinct: std::collections::HashSet<&&str> = members.iter().collect();
            if members.len() < 2 || distinct.len() < members.len() || !members.iter().all(plain) {
                faults.push(format!("english.txt:{number}: {line}"));
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn no_word_stands_in_many_groups() {
        let mut groups: std::collections::HashMap<&str, Vec<usize>> =
            std::collections::HashMap::new();
        for (number, line) in group_lines() {
            for member in line.split(' ') {
                groups.entry(member).or_default().push(number);
            }
        }
        groups.retain(|_, lines| lines.len() > 6);
        assert!(groups.is_empty(), "{groups:?}");
    }
}
