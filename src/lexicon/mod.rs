//! General knowledge of languages, compiled in: words that mean the same or nearly so, irregular forms, how common words
//! are. Most of it is English; of Chinese, Japanese and Korean there are groups of words that mean the same.
//!
//! Everything is looked up in tables that were made when the program was built; nothing is read or built at a start.
//! English words are looked up as their Snowball stems, others as characters and pairs, or where that is said, as they are spelt.

mod known;
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
        stems.iter().map(|&stem| STEMS.get(usize::from(stem)))
    }
}

/// The members whose first word has this stem.
pub(crate) fn members_beginning_with(stem: &str) -> impl Iterator<Item = Member> {
    let members = STEMS.find(stem);
    let members = members.map_or(0..0, |stem| range(&tables::BEGINNING_ENDS, stem));
    tables::BEGINNING_MEMBERS[members]
        .iter()
        .map(|&member| Member(usize::from(member)))
}

/// In about one of how many questions a word stands that is spelt so, whatever they are about; none if it is rarer than
/// the words that are listed.
pub(crate) fn commonness(word: &str) -> Option<f64> {
    let number = WORDS.find(word)?;
    Some(f64::from(tables::WORD_RATES[number])).filter(|&rate| rate > 0.0)
}

/// Whether a word is English, or a name that is usual in it, as far as is known: as it is spelt or by its stem. What is
/// misspelt in its ending alone may be taken for known.
pub(crate) fn knows(word: &str, stem: &str) -> bool {
    WORDS.find(word).is_some() || STEMS.find(stem).is_some() || known::has(stem)
}

/// The words that are spelt with this beginning.
pub(crate) fn words_beginning_with(beginning: &str) -> impl Iterator<Item = &'static str> {
    let first = WORDS.lower_bound(beginning);
    (first..WORDS.ends.len())
        .map(|number| WORDS.get(number))
        .take_while(move |word| word.starts_with(beginning))
}

/// Texts that rise: one after the other, where each ends, and where those begin that begin with a byte.
struct Texts {
    text: &'static str,
    ends: &'static [u32],
    firsts: &'static [u16; 257],
}

const WORDS: Texts = Texts {
    text: tables::WORD_TEXT,
    ends: &tables::WORD_ENDS,
    firsts: &tables::WORD_FIRSTS,
};

const STEMS: Texts = Texts {
    text: tables::STEM_TEXT,
    ends: &tables::STEM_ENDS,
    firsts: &tables::STEM_FIRSTS,
};

impl Texts {
    fn get(&self, number: usize) -> &'static str {
        &self.text[range(self.ends, number)]
    }

    /// The same, where it need not be seen that it lies between characters.
    fn bytes(&self, number: usize) -> &'static [u8] {
        &self.text.as_bytes()[range(self.ends, number)]
    }

    fn find(&self, wanted: &str) -> Option<usize> {
        let number = self.lower_bound(wanted);
        let is_there = number < self.ends.len() && self.bytes(number) == wanted.as_bytes();
        is_there.then_some(number)
    }

    /// The first text that is not before `wanted`.
    fn lower_bound(&self, wanted: &str) -> usize {
        let Some(&first) = wanted.as_bytes().first() else {
            return 0;
        };
        let first = usize::from(first);
        let [mut low, mut high] = [first, first + 1].map(|byte| usize::from(self.firsts[byte]));
        while low < high {
            let middle = low.midpoint(high);
            if self.bytes(middle) < wanted.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
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
    fn every_text_is_found_where_it_is_and_others_where_they_would_be() {
        for texts in [&WORDS, &STEMS] {
            for number in 0..texts.ends.len() {
                let text = texts.get(number);
                assert_eq!(texts.find(text), Some(number), "{text}");
                // Nothing is between a text and the same with the least there is behind it.
                assert_eq!(
                    texts.lower_bound(&format!("{text}\0")),
                    number + 1,
                    "{text}"
                );
            }
            assert_eq!(texts.lower_bound(""), 0);
            assert_eq!(texts.lower_bound("\0"), 0);
            assert_eq!(texts.lower_bound("\u{10ffff}"), texts.ends.len());
        }
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
    fn the_other_sources_keep_their_rules() {
        let mut faults = Vec::new();
        for (name, source, fewest) in [
            ("chinese", include_str!("chinese.txt"), 1),
            ("japanese", include_str!("japanese.txt"), 1),
            ("korean", include_str!("korean.txt"), 2),
        ] {
            let mut known = std::collections::HashSet::new();
            let lines = (1..).zip(source.lines());
            for (number, line) in lines.filter(|(_, line)| !line.starts_with(['#', '['])) {
                let members: Vec<&str> = line.split(' ').collect();
                let plain = |member: &&str| {
                    let other = |c: char| c.is_ascii() || c.is_whitespace();
                    member
                        .split('_')
                        .all(|word| !word.is_empty() && !word.contains(other))
                        && member.chars().count() >= fewest
                };
                let distinct: std::collections::HashSet<&&str> = members.iter().collect();
                let is_group = members.len() > 1
                    && distinct.len() == members.len()
                    && members.iter().all(plain)
                    && known.insert(line);
                if !line.is_empty() && !is_group {
                    faults.push(format!("{name}.txt:{number}: {line}"));
                }
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
