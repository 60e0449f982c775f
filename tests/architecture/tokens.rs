//! Rust source as tokens with their lines: enough of the language to find paths, no more.

/// What paths are made of; everything else is a [`Token::Other`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'s> {
    /// A name or a keyword; a raw one without its `r#`.
    Name(&'s str),
    /// `::`
    Colons,
    /// A character that stands for itself.
    Other(char),
}

/// The tokens of a source, each with its line from 1; comments are left out, text in quotes becomes one quote.
pub(crate) fn tokens(source: &str) -> Vec<(usize, Token<'_>)> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let (length, token) = next(rest, first);
        let (read, after) = rest.split_at(length);
        found.extend(token.map(|token| (line, token)));
        line += read.matches('\n').count();
        rest = after;
    }
    found
}

/// The length of what comes next, and the token that it is.
fn next(rest: &str, first: char) -> (usize, Option<Token<'_>>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (block_comment(rest), None);
    }
    if rest.starts_with("::") {
        return (2, Some(Token::Colons));
    }
    if let Some(length) = literal(rest) {
        return (length, Some(Token::Other('"')));
    }
    if is_of_a_name(first) {
        let raw = rest.strip_prefix("r#").unwrap_or(rest);
        let length = raw.find(|c| !is_of_a_name(c)).unwrap_or(raw.len());
        return (
            rest.len() - raw.len() + length,
            Some(Token::Name(&raw[..length])),
        );
    }
    let token = (!first.is_whitespace()).then_some(Token::Other(first));
    (first.len_utf8(), token)
}

fn is_of_a_name(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    for (at, _) in rest.char_indices() {
        if rest[at..].starts_with("/*") {
            depth += 1;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
        }
        if depth == 0 && at > 0 {
            return at + 2;
        }
    }
    rest.len()
}

/// The length of the string or character that a text begins with, if it does; a lifetime is none.
fn literal(rest: &str) -> Option<usize> {
    let after_prefix = rest.trim_start_matches(['b', 'c', 'r']);
    let prefix = rest.len() - after_prefix.len();
    let hashes = after_prefix.len() - after_prefix.trim_start_matches('#').len();
    if prefix > 2 {
        return None;
    }
    if rest[..prefix].contains('r') && after_prefix[hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let body = &after_prefix[hashes + 1..];
        let length = body.find(&end).map_or(body.len(), |at| at + end.len());
        return Some(prefix + hashes + 1 + length);
    }
    if after_prefix.starts_with('"') {
        return Some(prefix + quoted(after_prefix, '"'));
    }
    let mut chars = after_prefix.chars();
    let is_char =
        chars.next() == Some('\'') && (chars.next() == Some('\\') || chars.next() == Some('\''));
    is_char.then(|| prefix + quoted(after_prefix, '\''))
}

/// The length of a text from its quote to the next that is not escaped.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[test]
fn comments_and_text_hold_no_names_and_lines_are_counted() {
    let source =
        "a // b\n/* c /* d */ e */ f \"g\\\"\nh\" r#\"i\"j\"# k b'\\'' 'l' &'m n::r#o '\"' p";
    let names: Vec<(usize, &str)> = tokens(source)
        .into_iter()
        .filter_map(|(line, token)| match token {
            Token::Name(name) => Some((line, name)),
            _ => None,
        })
        .collect();
    assert_eq!(
        names,
        [
            (1, "a"),
            (2, "f"),
            (3, "k"),
            (3, "m"),
            (3, "n"),
            (3, "o"),
            (3, "p")
        ]
    );
}
