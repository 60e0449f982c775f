//! The sanitiser: the program's own file, for a program has no library to reach it by.

#[path = "../../../src/cli/output/sanitize.rs"]
mod file;

use file::Clean;

/// Makes bytes clean in every way that there is.
pub(super) fn sanitize(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let acts =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean = Clean::text(&text);
    assert!(
        !clean
            .as_str()
            .contains(|c| acts(c) && !matches!(c, '\n' | '\t'))
    );
    assert_eq!(Clean::text(clean.as_str()), clean, "clean text stays");
    let lines = |text: &str| text.matches('\n').count();
    assert_eq!(lines(clean.as_str()), lines(&text));
    let line = Clean::line(&text);
    assert!(!line.as_str().contains(acts));
    assert_eq!(line.as_str().trim(), line.as_str());
    let verbatim = Clean::verbatim(&text);
    assert!(!verbatim.as_str().contains(|c| acts(c) && c != '\t'));
    // What is harmless is kept as it is.
    if !text.contains(acts) {
        assert_eq!(clean.as_str(), text);
        assert_eq!(verbatim.as_str(), text);
    }
}
