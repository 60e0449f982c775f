//! A finding: how bad, of what kind, where, and how to mend it.

use std::fmt;

use crate::format::Spot;
use crate::position::Position;

/// Something that is wrong with a FAQ.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of thing it is.
    pub kind: Kind,
    /// The byte where it stands.
    pub spot: Spot,
    /// The same as line and column.
    pub position: Position,
    /// The entry it is about, as an index into [`Faq::entries`](crate::Faq::entries); none where it is about the document.
    pub entry: Option<usize>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// A few words on the very place.
    pub label: Option<String>,
    /// What to do about it.
    pub mend: String,
    /// Other places that have to do with it.
    pub elsewhere: Vec<Elsewhere>,
}

/// Another place that has to do with a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The byte where it stands.
    pub spot: Spot,
    /// The same as line and column.
    pub position: Position,
    /// What it has to do with it.
    pub label: String,
}

/// How bad a finding is; the worst comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It keeps the FAQ from being used, or a question from being answered.
    Error,
    /// It most likely is a mistake.
    Warning,
    /// It is worth knowing.
    Note,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $severity:ident $code:literal,)*) => {
        /// The kinds of findings. Their codes are stable: scripts go by them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// What scripts call it.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)*
                }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$kind => Severity::$severity,)*
                }
            }
        }
    };
}

kinds! {
    /// There is nothing in the file.
    EmptyFile Error "empty-file",
    /// Nothing says which format the file has, or it has one that is not read.
    UnknownFormat Error "unknown-format",
    /// The file breaks the rules of its format.
    Syntax Error "syntax",
    /// The file is well written, and there is no question in it.
    NoQuestions Error "no-questions",
    /// The file holds no FAQ.
    NotAFaq Error "not-a-faq",
    /// A value is of the wrong kind.
    WrongKind Error "wrong-kind",
    /// An entry lacks a question or an answer.
    MissingField Error "missing-field",
    /// What must say something is blank.
    BlankField Error "blank-field",
    /// A field is given twice.
    DuplicateField Error "duplicate-field",
    /// Two entries have one id.
    DuplicateId Error "duplicate-id",
    /// Values are nested deeper than any FAQ needs.
    TooDeep Error "too-deep",
    /// There is more of something, or a text is longer, than any FAQ needs.
    TooMuch Error "too-much",
    /// A file with the questions and answers of another one of the FAQ.
    CopiedFile Error "copied-file",
    /// Two entries have the same question, as matching reads it.
    DuplicateQuestion Error "duplicate-question",
    /// The file may hold entries, and has none.
    NoEntries Warning "no-entries",
    /// An entry has the same question twice.
    RepeatedQuestion Warning "repeated-question",
    /// A question fits two entries about equally well.
    CompetingEntries Warning "competing-entries",
    /// Without an alternate, another entry would answer it.
    AlternateFitsAnother Warning "alternate-fits-another",
    /// The answer says nothing.
    EmptyAnswer Warning "empty-answer",
    /// The answer stands in for one that is yet to be written.
    PlaceholderAnswer Warning "placeholder-answer",
    /// A related id that no entry has.
    DanglingRelated Warning "dangling-related",
    /// An entry that is related to itself.
    SelfRelated Warning "self-related",
    /// A related id that is given twice.
    RepeatedRelated Warning "repeated-related",
    /// A field that a FAQ does not have.
    UnknownField Warning "unknown-field",
    /// A field of another tool that means nothing here.
    UnusedField Note "unused-field",
    /// A synonym without a word in it.
    WordlessSynonym Warning "wordless-synonym",
    /// A group of synonyms with fewer than two.
    LoneSynonym Warning "lone-synonym",
    /// A synonym that stands twice in its group.
    RepeatedSynonym Warning "repeated-synonym",
    /// A synonym that stands in two groups.
    SharedSynonym Note "shared-synonym",
    /// A group of synonyms of which the FAQ has none.
    UnusedSynonyms Note "unused-synonyms",
    /// A control character, which no text needs.
    ControlCharacter Warning "control-character",
    /// A character that turns the direction of writing, and can make text look like another.
    BidirectionalCharacter Warning "bidirectional-character",
    /// A byte order mark within a text.
    ByteOrderMark Warning "byte-order-mark",
    /// The sign for a character that was lost.
    LostCharacter Warning "lost-character",
    /// Blanks around what has to be written exactly.
    OuterBlanks Warning "outer-blanks",
    /// A language that is not given as a tag, or is unknown.
    LanguageTag Warning "language-tag",
    /// Tags that differ only in case.
    TagCase Warning "tag-case",
    /// An id that is hard to type.
    AwkwardId Warning "awkward-id",
    /// A source that is no address.
    SourceUrl Warning "source-url",
    /// An entry that is only asked with a single word.
    ShortQuestion Note "short-question",
    /// What might have been meant as a question and was not taken for one.
    Skipped Note "skipped",
    /// A file of a folder that is no FAQ.
    SkippedFile Note "skipped-file",
}

impl Finding {
    pub(super) fn new(
        kind: Kind,
        spot: Spot,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            spot,
            position: Position::default(),
            entry: None,
            message: message.into(),
            label: None,
            mend: mend.into(),
            elsewhere: Vec::new(),
        }
    }

    /// About this entry.
    pub(super) fn of(mut self, entry: usize) -> Self {
        self.entry = Some(entry);
        self
    }

    pub(super) fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    pub(super) fn see(mut self, spot: Spot, label: impl Into<String>) -> Self {
        self.elsewhere.push(Elsewhere {
            spot,
            position: Position::default(),
            label: label.into(),
        });
        self
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_words_with_hyphens() {
        let mut codes: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Kind::ALL.len());
        let is_kebab = |code: &&str| code.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
        assert!(codes.iter().all(is_kebab));
    }
}
