//! Words that tell what a heading is, in the languages that FAQs are often written in.

/// What a heading says above frequently asked questions. All of these are lower case.
static FAQ: [&str; count(FAQ_BARRED)] = parted(FAQ_BARRED);
const FAQ_BARRED: &str = "\
    frequently asked|frequent question|common question|questions and answers|questions & answers|q&a|\
    q & a|häufige fragen|häufig gestellte|fragen und antworten|foire aux questions|questions fréquentes|\
    preguntas frecuentes|perguntas frequentes|perguntas mais frequentes|dúvidas frequentes|\
    domande frequenti|часто задаваемые|частые вопросы|вопросы и ответы|veelgestelde|najczęściej zadawane|\
    sık sorulan|常见问题|常見問題|常见问答|よくある質問|よくあるご質問|자주 묻는";

/// What a table of contents is called.
static CONTENTS: [&str; count(CONTENTS_BARRED)] = parted(CONTENTS_BARRED);
const CONTENTS_BARRED: &str = "\
    contents|table of contents|toc|index|on this page|inhalt|inhaltsverzeichnis|sommaire|\
    table des matières|índice|indice|sumário|содержание|оглавление|inhoud|spis treści|içindekiler|目录|目錄|\
    目次|목차";

/// What asks for questions, and is none.
static INVITING: [&str; count(INVITING_BARRED)] = parted(INVITING_BARRED);
const INVITING_BARRED: &str = "\
    still have questions|still have a question|have a question|have questions|have more questions|\
    more questions|any questions|other questions|further questions|got questions|got a question|\
    question not answered|question not listed|need help|need more help|still need help|still stuck|\
    noch fragen|weitere fragen|d'autres questions|más preguntas|otra pregunta|mais perguntas|\
    altre domande|остались вопросы|другие вопросы|还有问题|還有問題|更多问题|其他问题|解決しない";

/// The longest of them, in bytes: a question that has such words in it is longer.
const LONGEST_INVITING: usize = 48;

/// What questions begin with, where words are apart.
static ASKING: [&str; count(ASKING_BARRED)] = parted(ASKING_BARRED);
const ASKING_BARRED: &str = "\
    how|what|what's|whats|why|when|where|where's|who|who's|whose|which|can|could|do|does|did|is|are|was|\
    were|will|would|should|may|has|have|isn't|aren't|doesn't|don't|can't|won't|wie|was|warum|wieso|\
    weshalb|wann|wo|woher|wohin|wer|wem|welche|welcher|welches|kann|können|muss|darf|gibt|comment|\
    pourquoi|quand|où|qui|que|quel|quelle|quels|quelles|combien|puis-je|peut-on|est-ce|qu'est-ce|faut-il|\
    cómo|qué|cuándo|dónde|quién|cuál|cuáles|cuánto|cuánta|puedo|como|quando|onde|quem|qual|quais|quanto|\
    posso|come|cosa|perché|dove|chi|quale|quali|как|что|почему|когда|где|кто|какой|какая|какие|зачем|\
    можно|сколько|hoe|wat|waarom|wanneer|waar|welke|jak|dlaczego|kiedy|gdzie|czy";

/// What questions begin with, where words are not apart.
static ASKING_CJK: [&str; count(ASKING_CJK_BARRED)] = parted(ASKING_CJK_BARRED);
const ASKING_CJK_BARRED: &str = "\
    如何|怎么|怎樣|怎样|为什么|為什麼|为何|什么|什麼|是否|哪|能否|可以|なぜ|どう|どこ|いつ|何|誰|어떻게|왜|무엇|언제|어디|누가";

/// How many words bars part.
const fn count(barred: &str) -> usize {
    let (mut count, mut at) = (1, 0);
    while at < barred.len() {
        if barred.as_bytes()[at] == b'|' {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The words that bars part. They are parted while this is compiled: every heading is compared with all of them.
const fn parted<const N: usize>(barred: &str) -> [&str; N] {
    let (mut words, mut word) = ([""; N], 0);
    let (mut rest, mut at) = (barred, 0);
    while at < rest.len() {
        if rest.as_bytes()[at] == b'|' {
            let (before, after) = rest.split_at(at);
            words[word] = before;
            word += 1;
            rest = after.split_at(1).1;
            at = 0;
        } else {
            at += 1;
        }
    }
    words[word] = rest;
    words
}

/// Whether a heading or a title says that questions are below it.
pub(super) fn name_faq(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "faq" || word == "faqs") || FAQ.iter().any(|name| text.contains(name))
}

/// Whether a heading stands above a table of contents.
pub(super) fn name_contents(text: &str) -> bool {
    let text = text.to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    CONTENTS.contains(&text)
}

/// Whether a text asks for questions, and is none: *Still have questions?*
pub(super) fn invite_questions(text: &str) -> bool {
    if text.len() > LONGEST_INVITING {
        return false;
    }
    let text = text.to_lowercase().replace('’', "'");
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let text = ["do you ", "you ", "¿tienes "]
        .iter()
        .find_map(|it| text.strip_prefix(it))
        .unwrap_or(text);
    INVITING.iter().any(|words| text.starts_with(*words))
}

/// Whether a text begins as questions do.
pub(super) fn begin_question(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if ASKING_CJK.iter().any(|word| text.starts_with(*word)) {
        return true;
    }
    let is_end = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'));
    let first = text.split(is_end).next().unwrap_or_default();
    let first = first.to_lowercase().replace('’', "'");
    let asks = |word: &str| ASKING.contains(&word);
    // French may write an article together with it.
    let without_article = first.strip_prefix("l'").or(first.strip_prefix("d'"));
    asks(&first) || without_article.is_some_and(asks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_at_bars() {
        static PARTED: [&str; count("a|bé|日本")] = parted("a|bé|日本");
        assert_eq!(PARTED, ["a", "bé", "日本"]);
        assert_eq!(FAQ.join("|"), FAQ_BARRED);
        assert_eq!(ASKING.join("|"), ASKING_BARRED);
    }

    #[test]
    fn headings_above_questions_say_so() {
        for text in [
            "FAQ",
            "Redux FAQ: General",
            "FAQs",
            "Häufige Fragen",
            "常见问题 (FAQ)",
        ] {
            assert!(name_faq(text), "{text}");
        }
        for text in ["Faqir", "Asking for help", "Questions"] {
            assert!(!name_faq(text), "{text}");
        }
        assert!(name_contents("Table of Contents:") && name_contents("目录"));
        assert!(!name_contents("Contents of the archive"));
    }

    #[test]
    fn invitations_are_no_questions() {
        for text in [
            "Still have questions?",
            "💬 还有问题？",
            "Do you have more questions?",
        ] {
            assert!(invite_questions(text), "{text}");
        }
        for text in [
            "Do I need help from an administrator?",
            "Why are there more questions?",
        ] {
            assert!(!invite_questions(text), "{text}");
        }
    }

    #[test]
    fn questions_begin_with_certain_words() {
        for text in [
            "How to build",
            "“What’s new",
            "Пoчему",
            "为什么很慢",
            "Wie geht das",
            "Qu'est-ce que c'est",
        ] {
            assert_eq!(begin_question(text), text != "Пoчему", "{text}");
        }
        for text in ["Howto", "Installing", "Whatever else", ""] {
            assert!(!begin_question(text), "{text}");
        }
    }
}
