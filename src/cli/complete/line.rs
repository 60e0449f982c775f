//! A command line up to the word to complete, as each shell tells it.

use crate::cli::output::sanitize::is_unsafe;

/// The words of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The words after the program's name, before the one to complete.
    pub(super) before: Vec<String>,
    /// The beginning of the word to complete.
    pub(super) word: String,
    way: Way,
}

/// How a shell wants a word written.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// As it is.
    Plain,
    /// As it is to be typed, without what stands already and is not replaced.
    Typed { kept: String, quote: Option<char> },
}

impl Line {
    /// Words of which a shell has taken the quotes away.
    pub(super) fn of_words(words: &[String]) -> Self {
        let (word, before) = words
            .split_last()
            .map_or((String::new(), &[][..]), |(word, before)| {
                (word.clone(), before)
            });
        Self {
            before: before.to_vec(),
            word,
            way: Way::Plain,
        }
    }

    /// The same from `PowerShell`, with a mark before the last word: it passes no word that is empty.
    pub(super) fn of_marked(words: &[String]) -> Self {
        let mut line = Self::of_words(words);
        line.word
            .drain(..line.word.chars().next().map_or(0, char::len_utf8));
        // A quote that was opened is not part of it.
        line.word.retain(|c| !matches!(c, '"' | '\''));
        line
    }

    /// What bash tells: the line up to the cursor, and the part of it that a completion replaces. That begins at the
    /// last of the characters at which bash breaks words, which here are part of them.
    pub(super) fn of_bash(words: &[String]) -> Self {
        let [line, replaced] = words else {
            return Self::of_words(words);
        };
        let (mut words, start) = split(line);
        let raw = &line[start..];
        let kept = raw.strip_suffix(replaced.as_str()).unwrap_or_default();
        let kept_word = split(kept).0.pop().unwrap_or_default();
        let word = words.pop().unwrap_or_default();
        // Variables that are set for the one command stand before its name.
        let name = words
            .iter()
            .position(|word| !word.contains('='))
            .unwrap_or(0);
        Self {
            before: words.into_iter().skip(name + 1).collect(),
            word,
            way: Way::Typed {
                kept: kept_word,
                quote: raw.chars().next().filter(|c| matches!(c, '"' | '\'')),
            },
        }
    }

    /// A word as the shell wants it written; none where that cannot be done.
    pub(super) fn written(&self, word: &str) -> Option<String> {
        if word.is_empty() || word.chars().any(is_unsafe) {
            return None;
        }
        let Way::Typed { kept, quote } = &self.way else {
            return Some(word.to_owned());
        };
        let rest = word.strip_prefix(kept.as_str())?;
        match quote {
            Some('\'') => (!rest.contains('\'')).then(|| rest.to_owned()),
            Some(_) => Some(escaped(rest, |c| "\"\\$`!".contains(c))),
            None => Some(escaped(rest, |c| {
                c.is_ascii() && !c.is_ascii_alphanumeric() && !"-_./=:,+@%".contains(c)
            })),
        }
    }
}

fn escaped(word: &str, is_special: impl Fn(char) -> bool) -> String {
    let mut text = String::with_capacity(word.len());
    for c in word.chars() {
        if is_special(c) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

/// The words of a line as a shell reads them, and where the last begins; after a space that is an empty one.
fn split(line: &str) -> (Vec<String>, usize) {
    let (mut words, mut word, mut start) = (Vec::new(), String::new(), 0);
    let mut quote = None;
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (None, ' ' | '\t' | '\n') => {
                if at > start {
                    words.push(std::mem::take(&mut word));
                }
                start = at + 1;
            }
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None | Some('"'), '\\') => word.extend(chars.next().map(|(_, c)| c)),
            _ => word.push(c),
        }
    }
    words.push(word);
    (words, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bash(line: &str, replaced: &str) -> Line {
        Line::of_bash(&[line.to_owned(), replaced.to_owned()])
    }

    #[test]
    fn bash_tells_its_line_as_typed() {
        for (line, before, word) in [
            ("faq ", &[][..], ""),
            ("faq  show  us-", &["show"], "us-"),
            (
                "faq ask -f 'my file.json' \"what is",
                &["ask", "-f", "my file.json"],
                "what is",
            ),
            (r"faq show a\ b ", &["show", "a b"], ""),
            ("FAQ_FILE=x faq show ", &["show"], ""),
            ("faq list --tag=se", &["list"], "--tag=se"),
        ] {
            let found = bash(line, "");
            assert_eq!(
                (found.before.as_slice(), found.word.as_str()),
                (
                    &before
                        .iter()
                        .map(|&word| word.to_owned())
                        .collect::<Vec<_>>()[..],
                    word
                ),
                "{line}"
            );
        }
    }

    #[test]
    fn bash_gets_what_it_replaces_with_what_it_needs_before_special_characters() {
        for (line, replaced, word, written) in [
            ("faq show us", "us", "us-role", Some("us-role")),
            ("faq show ", "", "what is $x?", Some(r"what\ is\ \$x\?")),
            ("faq show \"wh", "wh", "what is $x?", Some(r"what is \$x?")),
            ("faq show 'wh", "wh", "what is $x?", Some("what is $x?")),
            ("faq show 'it", "it", "it's", None),
            (
                "faq list --tag=se",
                "se",
                "--tag=security",
                Some("security"),
            ),
            ("faq list --tag=", "=", "--tag=security", Some("=security")),
            ("faq show a:b", "b", "a:bc", Some("bc")),
            ("faq show 漢", "漢", "漢字", Some("漢字")),
            ("faq show ", "", "two\nlines", None),
        ] {
            let found = bash(line, replaced);
            assert_eq!(found.written(word).as_deref(), written, "{line} {word}");
        }
    }
}
