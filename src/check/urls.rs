//! Sources that are no address.

use hashbrown::HashSet;

use super::finding::{Finding, Kind};
use super::subject::Subject;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    // A source that stands in every entry is told once.
    let mut told: HashSet<(usize, &str)> = HashSet::new();
    for item in subject.items() {
        let (Some(source), Some(mark)) = (item.entry.source.as_deref(), item.offsets.source) else {
            continue;
        };
        if is_address(source.trim()) || !told.insert((item.entry.place.document, source)) {
            continue;
        }
        let finding = Finding::new(
            Kind::SourceUrl,
            item.spot(mark),
            format!("the source \"{source}\" is no address"),
            "write it out, such as https://example.com/page, or take it out",
        );
        found.push(finding.of(item.number));
    }
}

/// Whether it is a URL with a host, a mail address as one, or the path of a file.
fn is_address(text: &str) -> bool {
    if text.is_empty() || text.contains(char::is_whitespace) {
        return false;
    }
    let Some((scheme, rest)) = text.split_once(':') else {
        return text.contains('/') || has_extension(text);
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || b"+-.".contains(&it));
    let says_where = match rest.strip_prefix("//") {
        Some(host) => host.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '[' | '/')),
        // `https:/example.com` has lost a slash.
        None => !rest.is_empty() && !rest.starts_with('/'),
    };
    is_scheme && says_where
}

/// Whether it ends as the names of files do: exports name the document that an answer comes from.
fn has_extension(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(name, extension)| {
        let is_short = (1..=5).contains(&extension.len());
        !name.is_empty() && is_short && extension.bytes().all(|it| it.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::is_address;
    use crate::check::tests::findings;

    #[test]
    fn addresses_say_where() {
        for (text, expected) in [
            ("https://example.com/a", true),
            ("http://[::1]:80/", true),
            ("mailto:a@example.com", true),
            ("file:///srv/faq.pdf", true),
            ("docs/a.md#b", true),
            ("faq.docx", true),
            ("example.com", true),
            ("https://", false),
            ("https:/example.com", false),
            ("https://example.com/a b", false),
            ("see the manual", false),
            ("manual", false),
            ("", false),
            (":x", false),
        ] {
            assert_eq!(is_address(text), expected, "{text}");
        }
    }

    #[test]
    fn a_source_is_told_once() {
        let text = r#"[{"question":"Why?","answer":"So.","source":"me"},
{"question":"How?","answer":"So.","source":"me"}]"#;
        assert_eq!(
            findings(text, "source"),
            ["warning[source-url] 1:45: the source \"me\" is no address"]
        );
    }
}
