//! What the prompt has to say before the first question.

use faq::Faq;

use super::names;

/// More files than this are counted instead of named.
const NAMED: usize = 2;

/// Which FAQ is asked.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) struct Welcome {
    /// Its file, or how many there are.
    pub(in crate::cli) faq: String,
    /// How many questions can be asked.
    pub(in crate::cli) questions: usize,
}

impl Welcome {
    pub(in crate::cli) fn new(faq: &Faq<'_>, tags: &[String]) -> Self {
        let files = faq.documents.len();
        Self {
            faq: if files > NAMED {
                format!("{files} files")
            } else {
                names(faq)
            },
            questions: faq.tagged(tags).count(),
        }
    }
}
