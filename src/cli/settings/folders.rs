//! Folders of the user: for a FAQ that serves everywhere, and for indexes.

use std::ffi::OsString;
use std::path::PathBuf;

use super::not_empty;
use super::origin::FILE_NAME;

/// Where a user keeps a FAQ for everywhere.
pub(super) fn user_file(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = if cfg!(windows) {
        PathBuf::from(not_empty(variable("APPDATA"))?)
    } else {
        // The XDG specification has relative paths ignored.
        let named = not_empty(variable("XDG_CONFIG_HOME"))
            .map(PathBuf::from)
            .filter(|folder| folder.is_absolute());
        named.or_else(|| Some(PathBuf::from(not_empty(variable("HOME"))?).join(".config")))?
    };
    Some(folder.join("faq").join(FILE_NAME))
}

/// Where indexes of big FAQs are kept.
pub(super) fn cache_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let absolute = |name: &str| {
        let folder = not_empty(variable(name)).map(PathBuf::from);
        folder.filter(|folder| folder.is_absolute())
    };
    if let Some(folder) = not_empty(variable("FAQ_CACHE_DIR")) {
        return Some(folder.into());
    }
    let all = if cfg!(windows) {
        absolute("LOCALAPPDATA")?
    } else {
        // The XDG specification has relative paths ignored.
        let named = absolute("XDG_CACHE_HOME");
        named.or_else(|| Some(absolute("HOME")?.join(".cache")))?
    };
    Some(all.join("faq"))
}

#[cfg(test)]
#[cfg(not(windows))]
mod tests {
    use super::super::variable;
    use super::*;

    #[test]
    fn indexes_are_kept_in_the_users_folder_for_such_things() {
        for (variables, expected) in [
            (
                &[("FAQ_CACHE_DIR", "/c"), ("XDG_CACHE_HOME", "/x")][..],
                Some("/c"),
            ),
            (
                &[
                    ("FAQ_CACHE_DIR", ""),
                    ("XDG_CACHE_HOME", "/x"),
                    ("HOME", "/h"),
                ],
                Some("/x/faq"),
            ),
            (
                &[("XDG_CACHE_HOME", "x"), ("HOME", "/h")],
                Some("/h/.cache/faq"),
            ),
            (&[("HOME", "")], None),
        ] {
            assert_eq!(
                cache_folder(variable(variables)),
                expected.map(PathBuf::from),
                "{variables:?}"
            );
        }
    }

    #[test]
    fn the_users_file_follows_xdg() {
        for (variables, expected) in [
            (
                &[("XDG_CONFIG_HOME", "/x"), ("HOME", "/h")][..],
                Some("/x/faq/faq.json"),
            ),
            (
                &[("XDG_CONFIG_HOME", "rel"), ("HOME", "/h")],
                Some("/h/.config/faq/faq.json"),
            ),
            (
                &[("XDG_CONFIG_HOME", ""), ("HOME", "/h")],
                Some("/h/.config/faq/faq.json"),
            ),
            (&[], None),
        ] {
            assert_eq!(
                user_file(variable(variables)),
                expected.map(PathBuf::from),
                "{variables:?}"
            );
        }
    }
}
