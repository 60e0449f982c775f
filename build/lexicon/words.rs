//! The words that are known: as they are spelt, with how common they are, and by their stems.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use pagefind_stem::{Algorithm, Stemmer};

use super::kind::Kind;
use super::{Lexicon, front_coding, rust};
use crate::cjk;

pub(super) fn write(lexicon: &Lexicon<'_>, out: &mut String) -> Result<(), Box<dyn Error>> {
    let words = spelt(lexicon);
    // What is tagged 0 is not common.
    let rates: BTreeSet<u16> = words.values().copied().chain([0]).collect();
    let rates: Vec<u16> = rates.into_iter().collect();
    let tag = |rate: &u16| rates.iter().position(|known| known == rate).unwrap_or(0);
    let tagged = words.iter().map(|(word, rate)| (word.as_str(), tag(rate)));
    front_coding::write(out, "WORD", tagged)?;
    rust::write_table(out, "WORD_RATES", "u16", &rates)?;

    let stemmer = Stemmer::create(Algorithm::English);
    let known: BTreeSet<_> = lexicon
        .known
        .iter()
        .map(|word| stemmer.stem(word))
        .collect();
    front_coding::write(out, "KNOWN", known.iter().map(|stem| (stem.as_ref(), 0)))
}

/// Every word as it is spelt, with the inflections of common ones, and how common it is.
fn spelt(lexicon: &Lexicon<'_>) -> BTreeMap<String, u16> {
    let mut words: BTreeMap<String, u16> = BTreeMap::new();
    let spelt = lexicon.groups.iter().flatten().flatten().flatten();
    let spelt = spelt.filter(|word| !word.starts_with(cjk::is_cjk));
    words.extend(spelt.map(|&word| (word.to_owned(), 0)));
    let mut add = |word: String, rate: u16| {
        let known = words.entry(word).or_insert(0);
        // What is common as a word of its own is no rarer as the form of another.
        *known = if *known == 0 { rate } else { rate.min(*known) };
    };
    for (&word, &rate) in &lexicon.common {
        add(word.to_owned(), rate);
        for form in inflections(word) {
            if !lexicon.common.contains_key(form.as_str()) {
                add(form, rate);
            }
        }
    }
    for forms in lexicon.groups(Kind::Forms) {
        let rate = forms
            .first()
            .and_then(|base| lexicon.common.get(base.first()?));
        for form in forms.iter().flatten() {
            if let (Some(&rate), false) = (rate, lexicon.common.contains_key(form)) {
                add((*form).to_owned(), rate);
            }
        }
    }
    words
}

/// The regular inflections of an English word: some are no words, which does no harm.
fn inflections(word: &str) -> Vec<String> {
    let with = |stem: &str, endings: &[&str]| -> Vec<String> {
        endings
            .iter()
            .map(|ending| format!("{stem}{ending}"))
            .collect()
    };
    let vowel = |byte: u8| b"aeiou".contains(&byte);
    match word.as_bytes() {
        [.., before, b'y'] if !vowel(*before) => {
            let mut forms = with(&word[..word.len() - 1], &["ies", "ied"]);
            forms.push(format!("{word}ing"));
            forms
        }
        [.., b'e'] => {
            let mut forms = with(word, &["s", "d"]);
            forms.push(format!("{}ing", &word[..word.len() - 1]));
            forms
        }
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => with(word, &["es", "ed", "ing"]),
        [.., first, middle, last]
            if !vowel(*first) && vowel(*middle) && !vowel(*last) && !b"wxy".contains(last) =>
        {
            let last = char::from(*last);
            let doubled = format!("{word}{last}");
            [
                with(word, &["s", "ed", "ing"]),
                with(&doubled, &["ed", "ing"]),
            ]
            .concat()
        }
        _ => with(word, &["s", "ed", "ing"]),
    }
}
