//! What a line that was typed at the prompt means.

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'l> {
    /// Nothing was typed.
    Blank,
    /// A question.
    Question(&'l str),
    /// The entry with this number in the last list; where there is none, the text is a question.
    Number(usize, &'l str),
    /// The stored questions; those that match, where there are words.
    List(&'l str),
    Help,
    Leave,
}

impl<'l> Line<'l> {
    /// Reads a line. Within quotes, any words are a question.
    pub(super) fn new(line: &'l str) -> Self {
        let line = line.trim();
        if let Some(quoted) = unquoted(line) {
            return if quoted.is_empty() {
                Self::Blank
            } else {
                Self::Question(quoted)
            };
        }
        // It is shown with a dot, and may be typed so.
        let number = line.strip_suffix('.').unwrap_or(line);
        if number.bytes().all(|byte| byte.is_ascii_digit())
            && let Ok(number) = number.parse()
        {
            return Self::Number(number, line);
        }
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        match (word.to_lowercase().as_str(), rest) {
            ("", _) => Self::Blank,
            ("list", filter) => Self::List(filter.trim_start()),
            ("help" | "?", "") => Self::Help,
            ("quit" | "exit", "") => Self::Leave,
            _ => Self::Question(line),
        }
    }
}

/// What stands between two quotes that hold the whole line.
fn unquoted(line: &str) -> Option<&str> {
    let quoted = line.strip_prefix('"')?.strip_suffix('"')?;
    (!quoted.contains('"')).then_some(quoted.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_means_one_thing() {
        for (line, meaning) in [
            ("", Line::Blank),
            (" \t", Line::Blank),
            ("\"\"", Line::Blank),
            ("us role", Line::Question("us role")),
            ("  us role ", Line::Question("us role")),
            ("2", Line::Number(2, "2")),
            (" 12. ", Line::Number(12, "12.")),
            ("0", Line::Number(0, "0")),
            (
                "99999999999999999999999",
                Line::Question("99999999999999999999999"),
            ),
            ("2 talks", Line::Question("2 talks")),
            ("-2", Line::Question("-2")),
            (".", Line::Question(".")),
            ("٣", Line::Question("٣")),
            ("\"2\"", Line::Question("2")),
            ("list", Line::List("")),
            ("List  korea alli", Line::List("korea alli")),
            ("lists", Line::Question("lists")),
            ("\"list korea\"", Line::Question("list korea")),
            ("help", Line::Help),
            ("HELP", Line::Help),
            ("?", Line::Help),
            ("help me", Line::Question("help me")),
            ("??", Line::Question("??")),
            ("quit", Line::Leave),
            ("exit ", Line::Leave),
            ("exit code", Line::Question("exit code")),
            ("\" help \"", Line::Question("help")),
            ("\"a\" or \"b\"", Line::Question("\"a\" or \"b\"")),
            ("\"", Line::Question("\"")),
            ("what is \"it\"", Line::Question("what is \"it\"")),
        ] {
            assert_eq!(Line::new(line), meaning, "{line:?}");
        }
    }
}
