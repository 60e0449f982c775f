//! English contractions and possessives: *what's* is *what is*, *Japan's* is *Japan*.

use super::plain::Plain;

/// The words that a lower-case word is short for, if it is.
pub(super) fn expand(word: &str) -> Option<impl Iterator<Item = &str>> {
    whole(word).or_else(|| by_ending(word)).map(parts)
}

/// The same of a word that has no apostrophe.
pub(super) fn expand_plain(word: &str) -> Option<impl Iterator<Item = &str>> {
    whole(word).map(parts)
}

fn parts<'w>((first, second): (&'w str, &'w str)) -> impl Iterator<Item = &'w str> {
    let parts = [first, second].into_iter();
    parts.filter(|part| !part.is_empty())
}

/// Whether a word is short for several, though it has no apostrophe.
pub(super) fn is_whole(word: Plain<'_>) -> bool {
    may_be_whole(word.bytes()) && whole(word.text()).is_some()
}

/// Most words are none of those that keep nothing of their ending, and their last letters tell.
#[inline]
fn may_be_whole(word: &[u8]) -> bool {
    matches!(
        word,
        [.., b'n' | b'o' | b'\'', b't']
            | [.., b't' | b'e' | b'o' | b'n' | b'y' | b'w' | b'\'', b's']
            | [.., b'v' | b'r', b'e']
            | [b'i', b'm']
    )
}

/// Those that keep nothing of their ending or are commonly typed without the apostrophe.
fn whole(word: &str) -> Option<(&'static str, &'static str)> {
    if !may_be_whole(word.as_bytes()) {
        return None;
    }
    Some(match word {
        "can't" | "cant" | "cannot" => ("can", "not"),
        "won't" | "wont" => ("will", "not"),
        "shan't" => ("shall", "not"),
        // Not *let us*: the *us* of *let's* is never the U.S.
        "let's" | "lets" => ("let", ""),
        "dont" => ("do", "not"),
        "doesnt" => ("does", "not"),
        "didnt" => ("did", "not"),
        "isnt" | "ain't" | "aint" => ("is", "not"),
        "arent" => ("are", "not"),
        "wasnt" => ("was", "not"),
        "werent" => ("were", "not"),
        "hasnt" => ("has", "not"),
        "havent" => ("have", "not"),
        "hadnt" => ("had", "not"),
        "wouldnt" => ("would", "not"),
        "couldnt" => ("could", "not"),
        "shouldnt" => ("should", "not"),
        "mustnt" => ("must", "not"),
        "im" => ("i", "am"),
        "ive" => ("i", "have"),
        "youre" => ("you", "are"),
        "youve" => ("you", "have"),
        "theyre" => ("they", "are"),
        "theyve" => ("they", "have"),
        "weve" => ("we", "have"),
        "thats" => ("that", "is"),
        "theres" => ("there", "is"),
        "whats" => ("what", "is"),
        "whos" => ("who", "is"),
        "wheres" => ("where", "is"),
        "whens" => ("when", "is"),
        "whys" => ("why", "is"),
        "hows" => ("how", "is"),
        _ => return None,
    })
}

fn by_ending(word: &str) -> Option<(&str, &'static str)> {
    let (stem, ending) = word.rsplit_once('\'')?;
    let second = match ending {
        "s" if takes_is(stem) => "is",
        // A possessive: what belongs to it is said by the next word.
        "s" | "" => "",
        "t" => return stem.strip_suffix('n').map(|verb| (verb, "not")),
        "re" => "are",
        "ve" => "have",
        "ll" => "will",
        "d" => "would",
        "m" => "am",
        _ => return None,
    };
    Some((stem, second))
}

/// Words after which *'s* is *is*, not the mark of a possessive.
fn takes_is(word: &str) -> bool {
    matches!(
        word,
        "what"
            | "who"
            | "where"
            | "when"
            | "why"
            | "how"
            | "which"
            | "that"
            | "this"
            | "there"
            | "here"
            | "it"
            | "he"
            | "she"
            | "everything"
            | "something"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_are_spelt_out() {
        for (word, expected) in [
            ("what's", "what is"),
            ("whats", "what is"),
            ("don't", "do not"),
            ("dont", "do not"),
            ("can't", "can not"),
            ("won't", "will not"),
            ("i'm", "i am"),
            ("they're", "they are"),
            ("we've", "we have"),
            ("you'll", "you will"),
            ("i'd", "i would"),
            ("japan's", "japan"),
            ("users'", "users"),
        ] {
            assert_eq!(
                expand(word).unwrap().collect::<Vec<_>>().join(" "),
                expected,
                "{word}"
            );
        }
        for word in ["o'clock", "rock'n'roll", "'t", "plain", "us"] {
            assert!(expand(word).is_none(), "{word}");
        }
    }
}
