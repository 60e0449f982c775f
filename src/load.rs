//! Files and folders, read as the program reads them.

use std::path::Path;

use crate::format::Format;
use crate::limits::FILE_SIZE;
use crate::source::{Source, SourceError, files_in};

/// Reads files and folders into memory, in their order. Of a folder, those files are read whose extension tells a format,
/// in the order of their names, with those in the folders below, but for hidden ones.
///
/// [`parse`](crate::parse) makes one [`Faq`](crate::Faq) of them, which borrows their text.
///
/// # Errors
///
/// When a file cannot be read or is not UTF-8 text, when all together are longer than
/// [`DEFAULT_SIZE_LIMIT`](crate::DEFAULT_SIZE_LIMIT), and when a folder has no file of a format that is read.
pub fn load<P: AsRef<Path>>(
    paths: impl IntoIterator<Item = P>,
) -> Result<Vec<Source>, SourceError> {
    let mut sources = Vec::new();
    let mut left = FILE_SIZE;
    let mut read = |path: &Path, found| {
        let mut source = Source::read_file(path, left)?;
        left = left.saturating_sub(source.text.len() as u64);
        source.found = found;
        sources.push(source);
        Ok(())
    };
    for path in paths {
        let path = path.as_ref();
        if path.is_dir() {
            for file in files_in(path, &|file| Format::of_name(file).is_some())? {
                read(&file, true)?;
            }
        } else {
            read(path, false)?;
        }
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::source::SourceErrorKind;

    #[cfg(feature = "markdown")]
    #[test]
    fn files_and_folders_make_one_faq() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("more")).unwrap();
        fs::write(path("faq.json"), r#"[{"question": "a?", "answer": "b"}]"#).unwrap();
        fs::write(path("more/faq.md"), "# FAQ\n\n## c?\n\nd\n").unwrap();
        fs::write(path("more/notes.md"), "Nothing is asked here.\n").unwrap();
        fs::write(path("more/picture.png"), b"\0").unwrap();
        let sources = load([path("faq.json"), path("more")]).unwrap();
        let faq = crate::parse(&sources, None).unwrap();
        let questions: Vec<&str> = faq.entries.iter().map(|it| it.question.as_ref()).collect();
        assert_eq!(questions, ["a?", "c?"]);
    }

    #[test]
    fn what_is_not_there_is_an_error() {
        let error = load(["nowhere.json"]).unwrap_err();
        assert!(matches!(error.kind, SourceErrorKind::Open(_)), "{error}");
    }
}
