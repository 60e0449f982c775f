//! French and Italian articles and pronouns that lost their vowel: *l'école* is *école*, *dell'account* is *account*.

use super::Language;

/// The word after the apostrophe, where what stands before it only holds the sentence together.
pub(super) fn without_article(word: &str, language: Option<Language>) -> &str {
    let Some((article, rest)) = word.split_once('\'') else {
        return word;
    };
    let elided = match language {
        Some(Language::French) => matches!(
            article,
            "l" | "d"
                | "j"
                | "c"
                | "m"
                | "n"
                | "s"
                | "t"
                | "qu"
                | "lorsqu"
                | "puisqu"
                | "quoiqu"
                | "jusqu"
        ),
        Some(Language::Italian) => matches!(
            article,
            "l" | "d"
                | "c"
                | "s"
                | "m"
                | "t"
                | "v"
                | "un"
                | "all"
                | "dall"
                | "dell"
                | "nell"
                | "sull"
                | "quell"
                | "quest"
        ),
        _ => false,
    };
    if elided && !rest.is_empty() {
        rest
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elided_articles_go() {
        for (word, language, expected) in [
            ("l'école", Language::French, "école"),
            ("qu'est", Language::French, "est"),
            ("aujourd'hui", Language::French, "aujourd'hui"),
            ("dell'account", Language::Italian, "account"),
            ("po'", Language::Italian, "po'"),
            ("l'", Language::Italian, "l'"),
            ("l'école", Language::German, "l'école"),
        ] {
            assert_eq!(without_article(word, Some(language)), expected, "{word}");
        }
    }
}
