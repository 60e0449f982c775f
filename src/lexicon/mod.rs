//! General knowledge of languages, compiled in: words that mean the same or nearly so, irregular forms, how common words
//! are. Most of it is English; of Chinese, Japanese and Korean there are groups of words that mean the same.
//!
//! Everything is looked up in tables that were made when the program was built; nothing is read or built at a start.
//! English words are looked up as their Snowball stems, others as characters and pairs, or where that is said, as they are spelt.

mod coding;
mod front_coded;
mod groups;
mod kind;
mod stems;
mod tables;

use front_coded::FrontCoded;
pub(crate) use groups::{Group, members_beginning_with};
pub(crate) use kind::Kind;
pub(crate) use stems::StemId;

/// In about one of how many questions a word stands that is spelt so, whatever they are about; none if it is rarer than
/// the words that are listed.
pub(crate) fn commonness(word: &str) -> Option<f64> {
    rate(WORDS.find(word)?)
}

fn rate(tag: u8) -> Option<f64> {
    Some(f64::from(tables::WORD_RATES[usize::from(tag)])).filter(|&rate| rate > 0.0)
}

/// Whether a word is English, or a name that is usual in it, as far as is known: as it is spelt or by its stem. What is
/// misspelt in its ending alone may be taken for known.
pub(crate) fn knows(word: &str, stem: &str) -> bool {
    WORDS.find(word).is_some() || StemId::find(stem).is_some() || KNOWN.find(stem).is_some()
}

/// Takes each word that is spelt with this beginning, as they rise, and how common it is.
pub(crate) fn each_word_beginning_with(beginning: &str, mut take: impl FnMut(&str, Option<f64>)) {
    WORDS.each_beginning_with(beginning, |word, tag| take(word, rate(tag)));
}

/// The words in groups and the common ones; with each, which of the rates it has.
const WORDS: FrontCoded = FrontCoded {
    texts: tables::WORD_TEXTS,
    heads: &tables::WORD_HEADS,
    blocks: &tables::WORD_BLOCKS,
};

/// The stems of words of which no more is known than that they are English, names among them: who asks for one did not mistype
/// another.
const KNOWN: FrontCoded = FrontCoded {
    texts: tables::KNOWN_TEXTS,
    heads: &tables::KNOWN_HEADS,
    blocks: &tables::KNOWN_BLOCKS,
};

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use pagefind_stem::{Algorithm, Stemmer};

    use super::groups::Member;
    use super::*;

    fn groups(word: &str) -> Vec<(Kind, Vec<String>)> {
        let stem = StemId::find(word).into_iter();
        stem.flat_map(members_beginning_with)
            .map(|member| {
                let members = member.group().members();
                let phrase = |member: Member| {
                    let stems = member.stems().map(StemId::text);
                    stems.collect::<Vec<_>>().join(" ")
                };
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
    fn a_group_is_of_the_kind_whose_part_of_the_source_it_stands_in() {
        let stemmer = Stemmer::create(Algorithm::English);
        let mut part = "";
        let mut seen = [0; Kind::ALL.len()];
        for line in include_str!("english.txt").lines() {
            if let Some(name) = line.strip_prefix('[') {
                part = name.trim_end_matches(']');
            }
            let kind = Kind::ALL.iter().position(|kind| kind.name() == part);
            let Some(kind) = kind.filter(|_| !line.is_empty() && !line.starts_with(['#', '[']))
            else {
                continue;
            };
            seen[kind] += 1;
            for member in line.split(' ') {
                let stems: Vec<_> = member.split('_').map(|word| stemmer.stem(word)).collect();
                let members = StemId::find(&stems[0]).into_iter();
                let members = members.flat_map(members_beginning_with);
                let mut same = members.filter(|member| member.stems().map(StemId::text).eq(&stems));
                let is_of_kind = |member: Member| member.group().kind() == Kind::ALL[kind];
                assert!(same.any(is_of_kind), "[{part}] {line}: {member}");
            }
        }
        assert!(seen.iter().all(|&groups| groups > 10), "{seen:?}");
    }

    #[test]
    fn common_words_are_known_with_their_forms() {
        assert!(commonness("work") < commonness("weather"));
        assert_eq!(commonness("works"), commonness("work"));
        assert_eq!(commonness("stopped"), commonness("stop"));
        assert_eq!(commonness("zygote"), None);
        assert!(knows("purchase", "purchas") && !knows("purchsae", "purchsa"));
        let mut found = Vec::new();
        each_word_beginning_with("purchas", |word, rate| found.push((word.to_owned(), rate)));
        let purchase = ("purchase".to_owned(), commonness("purchase"));
        assert!(found.contains(&purchase), "{found:?}");
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
            let distinct: HashSet<&&str> = members.iter().collect();
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
            let mut known = HashSet::new();
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
                let distinct: HashSet<&&str> = members.iter().collect();
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

    #[test]
    fn what_is_listed_is_known_by_its_stem_and_nothing_else_is() {
        for stem in ["tiger", "flood", "quora", "uranium"] {
            assert!(KNOWN.find(stem).is_some(), "{stem}");
        }
        for stem in ["", "tigre", "technicia", "tige", "zzzz", "aaaa"] {
            assert!(KNOWN.find(stem).is_none(), "{stem}");
        }
    }

    #[test]
    fn the_list_of_words_keeps_its_rules() {
        let lines = include_str!("words.txt").lines();
        let words: Vec<&str> = lines
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect();
        assert!(words.is_sorted_by(|one, next| one < next));
        let stemmer = Stemmer::create(Algorithm::English);
        let mut stems = HashSet::new();
        let mut faults = Vec::new();
        for word in words {
            let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            let stem = stemmer.stem(word);
            let known = WORDS.find(word).is_some() || StemId::find(&stem).is_some();
            if !plain || !(4..=8).contains(&word.len()) || known || !stems.insert(stem) {
                faults.push(word);
            }
        }
        assert!(faults.is_empty(), "{faults:?}");
    }
}
