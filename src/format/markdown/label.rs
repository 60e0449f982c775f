//! Lines that begin with `Q:` and `A:`.

/// What a line says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Question,
    Answer,
}

/// The longer one of two that begin alike comes first.
const QUESTION: &[&str] = &[
    "Question",
    "QUESTION",
    "Q",
    "Frage",
    "Pregunta",
    "Pergunta",
    "Domanda",
    "Вопрос",
    "Vraag",
    "Pytanie",
    "Soru",
    "问题",
    "問題",
    "质问",
    "質問",
    "问",
    "問",
    "질문",
];

const ANSWER: &[&str] = &[
    "Answer",
    "ANSWER",
    "Ans",
    "A",
    "Antwort",
    "Réponse",
    "Respuesta",
    "Resposta",
    "Risposta",
    "Ответ",
    "Antwoord",
    "Odpowiedź",
    "Cevap",
    "回答",
    "答案",
    "答",
    "답변",
    "답",
];

/// What begins a container of `VitePress` and `VuePress`, with a question behind; [`CONTAINER_END`] ends it.
const CONTAINER: &str = "::: details ";

pub(super) const CONTAINER_END: &str = ":::";

/// What begins a block of Material for `MkDocs`, and the kinds that are questions; these stand in quotes.
const ADMONITIONS: [&str; 3] = ["???+ ", "??? ", "!!! "];
const ADMONITION_KINDS: [&str; 3] = ["question \"", "help \"", "faq \""];

/// By how much such a block is indented.
pub(super) const ADMONITION_INDENT: usize = 4;

/// The marks of bold and slanted text.
const STRESS: [char; 2] = ['*', '_'];

/// What a line is labelled as, and how long the label is, with the white space after it. `**Q:**`, `**Q**:` and
/// `**Q:` are all labels; what is [left open](is_open) of the bold text belongs to the label.
pub(super) fn label(line: &str) -> Option<(Label, usize)> {
    let line_start = line.trim_start_matches([' ', '\t']);
    if let Some(question) = after_container(line_start) {
        return Some((Label::Question, line.len() - question.len()));
    }
    let bare = line_start.trim_start_matches(STRESS);
    let word = |words: &[&str]| words.iter().find_map(|word| bare.strip_prefix(word));
    let (label, rest) = match (word(QUESTION), word(ANSWER)) {
        (Some(rest), _) => (Label::Question, rest),
        (None, Some(rest)) => (Label::Answer, rest),
        (None, None) => return None,
    };
    let number = rest.trim_start_matches([' ', '#', '-', '.', '\u{a0}']);
    let rest = match number.strip_prefix(|c: char| c.is_ascii_digit()) {
        Some(_) => after_number(number),
        None => rest,
    };
    let rest = rest.trim_start_matches(STRESS).trim_start_matches(' ');
    let mark = rest.chars().next()?;
    let after = &rest[mark.len_utf8()..];
    let after_stress = after.trim_start_matches(STRESS);
    let spaced = after_stress.is_empty() || after_stress.starts_with(char::is_whitespace);
    match mark {
        ':' | '：' => {}
        '.' | ')' | '、' if spaced => {}
        _ => return None,
    }
    Some((label, line.len() - after_stress.trim_start().len()))
}

/// The title of a block that holds an answer, with all that follows.
pub(super) fn after_container(line: &str) -> Option<&str> {
    let after = |begin: &&str| line.strip_prefix(*begin);
    line.strip_prefix(CONTAINER).or_else(|| {
        let rest = ADMONITIONS.iter().find_map(after)?;
        let after = |kind: &&str| rest.strip_prefix(*kind);
        ADMONITION_KINDS.iter().find_map(after)
    })
}

/// Whether a label begins a block whose lines are indented, and whose title is in quotes.
pub(super) fn is_admonition(label: &str) -> bool {
    label.trim_start().starts_with(['?', '!'])
}

/// What follows a number such as `12` or `3.1`.
fn after_number(text: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut rest = text.trim_start_matches(is_digit);
    while let Some(part) = rest
        .strip_prefix('.')
        .filter(|part| part.starts_with(is_digit))
    {
        rest = part.trim_start_matches(is_digit);
    }
    rest
}

/// Whether bold text that begins in a label goes on after it, and by which marks.
pub(super) fn is_open(label: &str) -> Option<&str> {
    let label = label.trim();
    let bare = label.trim_start_matches(STRESS);
    let marks = &label[..label.len() - bare.len()];
    (!marks.is_empty() && !bare.contains(STRESS)).then_some(marks)
}

/// Where in a line that begins with a question, behind its question mark, an answer is announced.
pub(super) fn answer_within(line: &str) -> Option<usize> {
    let at = line.find(['?', '？'])?;
    let rest = line[at..].trim_start_matches(['?', '？', '*', '_']);
    let rest = rest.trim_start();
    let labelled = matches!(label(rest), Some((Label::Answer, _)));
    (labelled && !rest.is_empty()).then(|| line.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_end_with_a_mark() {
        for (line, expected) in [
            ("Q: Why?", Some((Label::Question, "Why?"))),
            ("**Q:** Why?", Some((Label::Question, "Why?"))),
            ("**Q**: Why?", Some((Label::Question, "Why?"))),
            ("**Q: Why?**", Some((Label::Question, "Why?**"))),
            ("  Q12. Why?", Some((Label::Question, "Why?"))),
            ("Q14.1: Why?", Some((Label::Question, "Why?"))),
            ("::: details Why?", Some((Label::Question, "Why?"))),
            ("???+ faq \"Why?\"", Some((Label::Question, "Why?\""))),
            ("??? note \"Why?\"", None),
            ("__Question 3:__ Why?", Some((Label::Question, "Why?"))),
            ("问：为什么？", Some((Label::Question, "为什么？"))),
            ("A: So.", Some((Label::Answer, "So."))),
            ("*A.* So.", Some((Label::Answer, "So."))),
            ("Answer:", Some((Label::Answer, ""))),
            ("答：因为", Some((Label::Answer, "因为"))),
            ("Queue: full", None),
            ("Q.E.D.", None),
            ("A house", None),
            ("Q", None),
            ("Questions:", None),
        ] {
            let found = label(line).map(|(label, length)| (label, &line[length..]));
            assert_eq!(found, expected, "{line}");
        }
        assert_eq!(is_open("**Q: "), Some("**"));
        assert_eq!(is_open("**Q:** "), None);
        assert_eq!(is_open("Q: "), None);
    }

    #[test]
    fn an_answer_may_stand_in_the_same_line() {
        let line = "**Why?** A: So.";
        assert_eq!(answer_within(line).map(|at| &line[at..]), Some("A: So."));
        assert_eq!(answer_within("Why? And how?"), None);
    }
}
