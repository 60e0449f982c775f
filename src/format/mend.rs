//! What to do about each fault of a document.

use super::{Format, FormatErrorKind, syntax};
use crate::limits;

impl FormatErrorKind {
    /// What to do about it.
    #[must_use]
    pub fn mend(&self) -> String {
        match self {
            Self::Empty | Self::NotAFaq { .. } => {
                r#"a FAQ looks like {"faqs":[{"question":"…","answer":"…"}]}"#.to_owned()
            }
            Self::Unrecognised => format!(
                "begin each question with Q: and its answer with A:, or say which format it has with --format FORMAT: {}",
                names().join(", ")
            ),
            Self::Yaml => {
                "make JSON of it, which holds the same: yq -o json FILE > faq.json".to_owned()
            }
            Self::NotBuiltIn { format } => format!(
                "build faq with its feature {}, or convert this to one of {}",
                format.feature().unwrap_or("default"),
                names().join(", ")
            ),
            Self::Syntax { format, cause } => syntax::mend(*format, cause).to_owned(),
            Self::NoQuestions { format } => {
                format!(
                    "{}; or say which format it has with --format FORMAT",
                    example(*format)
                )
            }
            Self::NoColumn { .. } => {
                "name the columns in the first row, question and answer among them".to_owned()
            }
            Self::WrongKind {
                field, expected, ..
            } => format!("make \"{field}\" {expected}"),
            Self::Missing { field } => {
                let article = if field.starts_with(['a', 'i']) {
                    "an"
                } else {
                    "a"
                };
                format!("give the entry {article} {field}, or remove it")
            }
            Self::Misnamed { field, found } => {
                format!("call it \"{field}\", and not \"{found}\"")
            }
            Self::Blank { field } => {
                format!("write something into \"{field}\", or remove what is blank")
            }
            Self::DuplicateField { field } => format!("keep one \"{field}\""),
            Self::DuplicateId { .. } => "give one of the two another id".to_owned(),
            Self::TooDeep { .. } => {
                "remove what is nested so deep: no field of a FAQ needs it; this limit cannot be raised"
                    .to_owned()
            }
            Self::TooMany { .. } => {
                "leave out what is no question, or make several FAQs; this limit cannot be raised"
                    .to_owned()
            }
            Self::TooMuchMemory { limit } => {
                let more = limits::more(*limit);
                format!("leave out what is no question, or allow more: FAQ_MAX_MEMORY={more}")
            }
            Self::TooLong { .. } => {
                "shorten it, or make several entries of it; this limit cannot be raised".to_owned()
            }
        }
    }
}

/// The formats that there are in this build.
fn names() -> Vec<&'static str> {
    let there = Format::ALL
        .into_iter()
        .filter(|format| format.is_built_in());
    there.map(Format::name).collect()
}

/// What a format looks like when it holds a question.
fn example(format: Format) -> &'static str {
    match format {
        Format::Json => r#"a FAQ looks like {"faqs":[{"question":"…","answer":"…"}]}"#,
        Format::Ndjson => r#"each line looks like {"question":"…","answer":"…"}"#,
        Format::JsonLd => {
            r#"a FAQPage has "mainEntity": [{"@type":"Question","name":"…","acceptedAnswer":{"@type":"Answer","text":"…"}}]"#
        }
        Format::Csv | Format::Tsv => {
            "the first row names the columns, question and answer among them"
        }
        Format::Markdown => {
            "questions are headings (## Can I …?), bold lines (**Can I …?**) or lines such as **Q:** Can I …?"
        }
        Format::Html => {
            "questions are <summary> in <details>, or a FAQPage in <script type=\"application/ld+json\">"
        }
        Format::Text => {
            "a line with nothing but - stands before each question, and its answer below; or Q: and A: begin the lines"
        }
    }
}
