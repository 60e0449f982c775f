//! The formats there are, and what they are called.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use super::registry;

/// A way of writing down questions and answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// One JSON value: the native file, a bare list of entries, or what other tools export.
    Json,
    /// JSON lines: one entry each.
    Ndjson,
    /// A schema.org `FAQPage` as JSON-LD.
    JsonLd,
    /// Rows of values with commas between.
    Csv,
    /// Rows of values with tabs between.
    Tsv,
    /// Markdown (`CommonMark` with the extensions of GitHub).
    Markdown,
    /// A page of HTML.
    Html,
    /// Plain text: blocks after a line `-`, or lines that begin with `Q:` and `A:`.
    Text,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Json,
        Self::Ndjson,
        Self::JsonLd,
        Self::Csv,
        Self::Tsv,
        Self::Markdown,
        Self::Html,
        Self::Text,
    ];

    /// Whether this build reads it.
    #[must_use]
    pub fn is_built_in(self) -> bool {
        registry::codec(self).is_some()
    }

    /// Whether this build writes FAQs in it.
    #[must_use]
    pub fn is_written(self) -> bool {
        registry::codec(self).is_some_and(|codec| codec.write.is_some())
    }

    /// The Cargo feature that a build needs to read and write it; `None` where every build does.
    #[must_use]
    pub fn feature(self) -> Option<&'static str> {
        match self {
            Self::Json | Self::Ndjson | Self::Text => None,
            Self::JsonLd | Self::Html => Some("html"),
            Self::Csv | Self::Tsv => Some("tables"),
            Self::Markdown => Some("markdown"),
        }
    }

    /// Whether its ids are anchors, which name a place of their own page and nothing beyond it.
    pub(super) fn is_page(self) -> bool {
        matches!(self, Self::Markdown | Self::Html)
    }

    /// What it is called in options.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::JsonLd => "json-ld",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Text => "text",
        }
    }

    /// The extensions of its files, the usual one first.
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["json"],
            Self::Ndjson => &["ndjson", "jsonl"],
            Self::JsonLd => &["jsonld"],
            Self::Csv => &["csv"],
            Self::Tsv => &["tsv", "tab"],
            Self::Markdown => &["md", "markdown", "mdown", "mkd"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Text => &["txt", "text"],
        }
    }

    /// What people call it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Ndjson => "NDJSON",
            Self::JsonLd => "JSON-LD",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Text => "plain text",
        }
    }

    /// The format that files of this name have, by its extension, in whatever case.
    #[must_use]
    pub fn of_name(name: &Path) -> Option<Self> {
        let extension = name.extension()?.to_str()?.to_ascii_lowercase();
        let has_it = |format: &Self| format.extensions().contains(&extension.as_str());
        Self::ALL.into_iter().find(has_it)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    /// Reads its name, or an extension of its files.
    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.name() == name || format.extensions().contains(&name))
            .ok_or(UnknownFormat)
    }
}

/// No format has the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownFormat;

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "formats are {}",
            Format::ALL.map(Format::name).join(", ")
        )
    }
}

impl std::error::Error for UnknownFormat {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_formats() {
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
            for extension in format.extensions() {
                assert_eq!(extension.parse(), Ok(format));
            }
        }
        assert_eq!("xml".parse::<Format>(), Err(UnknownFormat));
    }

    #[test]
    fn a_format_that_is_not_built_in_has_a_feature_that_adds_it() {
        for format in Format::ALL {
            assert!(
                format.is_built_in() || format.feature().is_some(),
                "{format}"
            );
        }
    }

    #[test]
    fn extensions_tell_formats() {
        for (name, format) in [
            ("faq.json", Some(Format::Json)),
            ("docs/FAQ.MD", Some(Format::Markdown)),
            ("export.v2.jsonl", Some(Format::Ndjson)),
            ("builtin", None),
            ("-", None),
            ("archive.zip", None),
            (".json", None),
        ] {
            assert_eq!(Format::of_name(Path::new(name)), format, "{name}");
        }
    }
}
