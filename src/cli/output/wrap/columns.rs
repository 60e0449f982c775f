//! How many columns a text takes on a terminal.

/// A tab takes as many at most; where it begins is not known here.
const TAB: usize = 8;

/// The columns of a text: wide characters take two, marks none, and an emoji of several characters as much as one.
pub(super) fn columns(text: &str) -> usize {
    let tabs = text.bytes().filter(|&byte| byte == b'\t').count();
    let own = if text.is_ascii() {
        text.len()
    } else {
        width(text)
    };
    own + tabs * (TAB - 1)
}

#[cfg(feature = "terminal")]
fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// One for each character is near enough where no line is wrapped.
#[cfg(not(feature = "terminal"))]
fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(all(test, feature = "terminal"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_counted() {
        for (text, expected) in [
            ("", 0),
            ("abc", 3),
            ("漢字", 4),
            ("e\u{301}", 1),
            ("👩\u{200d}🚀", 2),
            ("🇰🇷", 2),
            ("❤\u{fe0f}", 2),
            ("a\tb", 10),
            ("é\tb", 10),
        ] {
            assert_eq!(columns(text), expected, "{text:?}");
        }
    }
}
