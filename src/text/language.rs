//! Which language a text is in: by its tag, or by the words that hold its sentences together.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::class::{Class, Classes};

/// A language whose inflections and function words are known here. Texts in others match by their words as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    Danish,
    Dutch,
    English,
    French,
    German,
    Italian,
    Norwegian,
    Portuguese,
    Russian,
    Spanish,
    Swedish,
}

/// English first: among equals it wins.
const ALL: [Language; 11] = [
    Language::English,
    Language::Danish,
    Language::Dutch,
    Language::French,
    Language::German,
    Language::Italian,
    Language::Norwegian,
    Language::Portuguese,
    Language::Russian,
    Language::Spanish,
    Language::Swedish,
];

/// How many words are looked at for a guess; more would not change it.
const SAMPLE: usize = 2_000;

/// The least share of words that must be function words of a language. In running text about half are;
/// in a language that merely shares some of them with another, far fewer.
const LEAST_SHARE: f64 = 0.15;

impl Language {
    /// The number of a language, for storing it.
    #[cfg(feature = "cache")]
    pub(crate) fn number(self) -> usize {
        let mut all = ALL.iter();
        all.position(|&language| language == self)
            .unwrap_or(ALL.len())
    }

    /// The language with a number, if there is one.
    #[cfg(feature = "cache")]
    pub(crate) fn of_number(number: usize) -> Option<Self> {
        ALL.get(number).copied()
    }

    /// The language of a BCP 47 tag (`en`, `pt-BR`), as far as it is known here.
    #[must_use]
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Some(match primary.as_str() {
            "da" => Self::Danish,
            "nl" => Self::Dutch,
            "en" => Self::English,
            "fr" => Self::French,
            "de" => Self::German,
            "it" => Self::Italian,
            "no" | "nb" | "nn" => Self::Norwegian,
            "pt" => Self::Portuguese,
            "ru" => Self::Russian,
            "es" => Self::Spanish,
            "sv" => Self::Swedish,
            _ => return None,
        })
    }

    /// The language that most function words of these texts are from, if there are enough of them.
    #[must_use]
    pub(crate) fn guess<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Self> {
        let lower = |word: &'t str| {
            if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                Cow::Borrowed(word)
            } else {
                Cow::Owned(word.to_lowercase())
            }
        };
        // Few words are most of a text.
        let mut words: HashMap<Cow<'t, str>, usize> = HashMap::new();
        let mut sample = 0;
        let all = texts
            .flat_map(|text| text.split(|c: char| !c.is_alphabetic()))
            .filter(|word| !word.is_empty());
        for word in all.take(SAMPLE) {
            *words.entry(lower(word)).or_default() += 1;
            sample += 1;
        }
        let known = |language| -> usize {
            let classes = Classes::new(Some(language));
            let known = words
                .iter()
                .filter(|(word, _)| classes.of(word) != Class::Content);
            known.map(|(_, count)| count).sum()
        };
        // `max_by_key` takes the last of equals.
        let (language, count) = ALL
            .iter()
            .rev()
            .map(|&language| (language, known(language)))
            .max_by_key(|&(_, count)| count)?;
        (count > 0 && count as f64 >= LEAST_SHARE * f64::from(sample)).then_some(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_name_languages() {
        for (tag, language) in [
            ("en", Some(Language::English)),
            ("EN-us", Some(Language::English)),
            ("pt_BR", Some(Language::Portuguese)),
            ("nb", Some(Language::Norwegian)),
            ("zh-Hans", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn languages_are_guessed_from_their_function_words() {
        for (text, language) in [
            (
                "How do I reset my password? Click the link in the mail we sent to you.",
                Some(Language::English),
            ),
            (
                "Wie kann ich mein Passwort ändern? Klicken Sie auf den Link in der E-Mail.",
                Some(Language::German),
            ),
            (
                "Comment puis-je changer mon mot de passe ? Cliquez sur le lien dans le message.",
                Some(Language::French),
            ),
            (
                "¿Cómo puedo cambiar mi contraseña? Haga clic en el enlace que le enviamos.",
                Some(Language::Spanish),
            ),
            (
                "Come posso cambiare la mia password? Fai clic sul link che ti abbiamo inviato.",
                Some(Language::Italian),
            ),
            (
                "Como posso alterar a minha senha? Clique no link que enviamos para você.",
                Some(Language::Portuguese),
            ),
            (
                "Hoe kan ik mijn wachtwoord wijzigen? Klik op de link in het bericht dat we je hebben gestuurd.",
                Some(Language::Dutch),
            ),
            (
                "Как я могу изменить свой пароль? Нажмите на ссылку, которую мы вам отправили.",
                Some(Language::Russian),
            ),
            (
                "Hur kan jag ändra mitt lösenord? Klicka på länken i det meddelande som vi skickade till dig.",
                Some(Language::Swedish),
            ),
            ("如何更改密码？", None),
            ("VPN LDAP TLS", None),
            ("", None),
        ] {
            assert_eq!(Language::guess([text].into_iter()), language, "{text}");
        }
    }
}
