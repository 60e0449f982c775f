//! Files that are no text, told by what they begin with: so that they can be named as what people call them.

use std::path::Path;

/// What a file is that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OtherFile {
    /// A ZIP archive; documents and spreadsheets of Office are such as well.
    Zip,
    /// A document or spreadsheet as Office wrote them before 2007.
    OldOffice,
    /// A PDF.
    Pdf,
    /// Rich text (RTF).
    RichText,
    /// A picture.
    Picture,
    /// Something that gzip has compressed.
    Gzip,
}

/// What each begins with. All but rich text begin with what no text does, or no text that is a FAQ.
const BEGINNINGS: [(&[u8], OtherFile); 8] = [
    (b"PK\x03\x04", OtherFile::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OtherFile::OldOffice),
    (b"%PDF-", OtherFile::Pdf),
    (b"{\\rtf", OtherFile::RichText),
    (b"\x89PNG", OtherFile::Picture),
    (b"\xFF\xD8\xFF", OtherFile::Picture),
    (b"GIF8", OtherFile::Picture),
    (b"\x1F\x8B", OtherFile::Gzip),
];

impl OtherFile {
    /// What a file is that begins like this, if it is no text.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |it: &&(&[u8], Self)| bytes.starts_with(it.0);
        BEGINNINGS.iter().find(begins).map(|(_, kind)| *kind)
    }

    /// What it is called, where it has this name.
    pub(super) fn title(self, name: &str) -> &'static str {
        match self {
            Self::Zip if is_called(name, &SHEETS) => "a spreadsheet",
            Self::Zip if is_called(name, &DOCUMENTS) => "a document of a word processor",
            Self::Zip => "a ZIP archive",
            Self::OldOffice => "a file of Office",
            Self::Pdf => "a PDF",
            Self::RichText => "rich text (RTF)",
            Self::Picture => "a picture",
            Self::Gzip => "compressed",
        }
    }

    /// How to make text of it.
    pub(super) fn mend(self, name: &str) -> String {
        match self {
            Self::Zip if is_called(name, &SHEETS) => "save it as CSV, in UTF-8".to_owned(),
            Self::Zip if is_called(name, &DOCUMENTS) => to_markdown(name),
            Self::Zip => format!("unpack it, and name a file or folder of it: unzip {name}"),
            Self::OldOffice => "save it as CSV in UTF-8, or as a web page".to_owned(),
            Self::Pdf => format!(
                "make text of it (pdftotext {name} faq.txt), and begin questions with Q: and answers with A:"
            ),
            Self::RichText => to_markdown(name),
            Self::Picture => "name a file of text".to_owned(),
            Self::Gzip => format!("unpack it first: gunzip -c {name} > new-file"),
        }
    }
}

const SHEETS: [&str; 3] = ["xlsx", "xlsm", "ods"];

const DOCUMENTS: [&str; 3] = ["docx", "docm", "odt"];

/// Whether a file has one of these extensions, in capitals or not.
pub(crate) fn is_called(name: &str, extensions: &[&str]) -> bool {
    let extension = Path::new(name).extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| {
        extensions
            .iter()
            .any(|known| it.eq_ignore_ascii_case(known))
    })
}

fn to_markdown(name: &str) -> String {
    format!("save it as a web page, or make Markdown of it: pandoc -t gfm -o faq.md {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_people_call_them() {
        for (bytes, name, title, mend) in [
            (
                &b"PK\x03\x04\x14\0"[..],
                "FAQ.XLSX",
                "a spreadsheet",
                "as CSV",
            ),
            (
                b"PK\x03\x04",
                "a.docx",
                "a document of a word processor",
                "pandoc -t gfm -o faq.md a.docx",
            ),
            (b"PK\x03\x04", "-", "a ZIP archive", "unzip"),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
                "a.xls",
                "a file of Office",
                "as CSV",
            ),
            (b"%PDF-1.7", "a.pdf", "a PDF", "pdftotext a.pdf"),
            (b"{\\rtf1", "a.rtf", "rich text (RTF)", "pandoc"),
            (b"\x89PNG\r\n", "a.png", "a picture", "text"),
            (
                b"\x1F\x8B\x08",
                "a.json.gz",
                "compressed",
                "gunzip -c a.json.gz",
            ),
        ] {
            let kind = OtherFile::of(bytes).unwrap();
            assert_eq!(kind.title(name), title);
            assert!(kind.mend(name).contains(mend), "{}", kind.mend(name));
        }
        for text in ["{\"faqs\": []}", "P", "%", "", "GIF"] {
            assert_eq!(OtherFile::of(text.as_bytes()), None, "{text}");
        }
    }
}
