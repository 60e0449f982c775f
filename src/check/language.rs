//! Languages that are not given as tags (BCP 47), or that there are not.

use super::finding::{Finding, Kind};
use super::subject::Subject;
use crate::format::Spot;

pub(super) fn find(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (document, head) in subject.faq().documents.iter().enumerate() {
        let Some(tag) = head.language.as_deref() else {
            continue;
        };
        let Err((message, meant)) = judge(tag) else {
            continue;
        };
        let start = Spot {
            document,
            offset: 0,
        };
        let finding = Finding::new(
            Kind::LanguageTag,
            subject.within(tag, 0, start),
            message,
            "write a tag such as en or pt-BR, or leave it out: then it is guessed",
        );
        found.push(match meant {
            Some(meant) => finding.labelled(format!("did you mean \"{meant}\"?")),
            None => finding,
        });
    }
}

/// What is wrong with a tag, and what may have been meant.
fn judge(tag: &str) -> Result<(), (String, Option<String>)> {
    let lower = tag.trim().to_lowercase();
    if let Some((_, code)) = MISTAKEN.iter().find(|(wrong, _)| *wrong == lower) {
        let message = format!("\"{tag}\" is no language tag");
        return Err((message, Some((*code).to_owned())));
    }
    if tag.contains('_') {
        let message = format!("\"{tag}\" is no language tag: its parts are joined by hyphens");
        return Err((message, Some(tag.replace('_', "-"))));
    }
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    let is_primary =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|it| it.is_ascii_alphabetic());
    if !is_primary || !parts.all(is_part) {
        return Err((format!("\"{tag}\" is no language tag"), None));
    }
    let lower = primary.to_ascii_lowercase();
    if lower.len() == 2 && !ISO_639_1.split(' ').any(|code| code == lower) {
        return Err((format!("there is no language \"{primary}\""), None));
    }
    Ok(())
}

/// What is often written for a language: its name, or a country where it is spoken.
const MISTAKEN: [(&str, &str); 36] = [
    ("chinese", "zh"),
    ("中文", "zh"),
    ("cn", "zh-CN"),
    ("czech", "cs"),
    ("cz", "cs"),
    ("danish", "da"),
    ("dansk", "da"),
    ("dk", "da"),
    ("deutsch", "de"),
    ("german", "de"),
    ("dutch", "nl"),
    ("nederlands", "nl"),
    ("english", "en"),
    ("español", "es"),
    ("spanish", "es"),
    ("french", "fr"),
    ("français", "fr"),
    ("gr", "el"),
    ("italian", "it"),
    ("italiano", "it"),
    ("japanese", "ja"),
    ("日本語", "ja"),
    ("jp", "ja"),
    ("korean", "ko"),
    ("한국어", "ko"),
    ("kr", "ko"),
    ("norwegian", "no"),
    ("norsk", "no"),
    ("portuguese", "pt"),
    ("português", "pt"),
    ("russian", "ru"),
    ("русский", "ru"),
    ("swedish", "sv"),
    ("svenska", "sv"),
    ("uk-ua", "uk"),
    ("us", "en-US"),
];

/// The two-letter codes that there are (ISO 639-1).
const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii \
    ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr \
    ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk \
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za \
    zh zu";

#[cfg(test)]
mod tests {
    use crate::check::tests::findings;

    #[test]
    fn languages_are_tags() {
        for (tag, expected) in [
            ("en", None),
            ("pt-BR", None),
            ("zh-Hant-TW", None),
            ("yue", None),
            ("EN-us", None),
            (
                "English",
                Some("\"English\" is no language tag (did you mean \"en\"?)"),
            ),
            (
                "jp",
                Some("\"jp\" is no language tag (did you mean \"ja\"?)"),
            ),
            (
                "pt_BR",
                Some(
                    "\"pt_BR\" is no language tag: its parts are joined by hyphens (did you mean \"pt-BR\"?)",
                ),
            ),
            ("xx", Some("there is no language \"xx\"")),
            ("e", Some("\"e\" is no language tag")),
            ("", Some("\"\" is no language tag")),
            ("en-", Some("\"en-\" is no language tag")),
        ] {
            let text = format!(
                r#"{{"language": "{tag}", "faqs": [{{"question":"Why?","answer":"So."}}]}}"#
            );
            let expected = expected.map(|it| format!("warning[language-tag] 1:15: {it}"));
            let expected: Vec<String> = expected.into_iter().collect();
            assert_eq!(findings(&text, "language"), expected, "{tag}");
        }
    }
}
