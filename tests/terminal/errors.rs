//! What is wrong with a file, where, and what to do about it: exit code 2, and nothing on standard output.

#[cfg(unix)]
use std::ffi::OsStr;
#[cfg(unix)]
use std::fs;

use super::session::{SHOP, session};

#[test]
fn a_fault_in_a_file_is_named_with_line_and_column_and_how_to_mend_it() {
    let entry = r#"{"question": "q", "answer": "a"}"#;
    for (text, place, cause, mend) in [
        ("", "1:1", "the file is empty", "a FAQ looks like"),
        (" \n\n", "1:1", "the file is empty", "a FAQ looks like"),
        ("null", "1:1", "this is null", "a FAQ looks like"),
        (
            "{}",
            "1:1",
            "an object without \"faqs\"",
            "a FAQ looks like",
        ),
        (
            "[\n 1]",
            "2:2",
            "must be a list of objects",
            "make \"faqs\"",
        ),
        (
            "[{\"answer\": \"a\"}]",
            "1:2",
            "no question",
            "give the entry a question",
        ),
        (
            "[{\"question\": \"q\"}]",
            "1:2",
            "no answer",
            "give the entry an answer",
        ),
        (
            "{\"faqs\": [{\"qestion\": \"q\", \"answer\": \"a\"}]}",
            "1:11",
            "the entry has no question, but \"qestion\"",
            "call it \"question\", and not \"qestion\"",
        ),
        (
            "[{\"question\": \"q\", \"owner\": \"me\"}]",
            "1:2",
            "the entry has no answer\n",
            "give the entry an answer",
        ),
        (
            "[{\"question\": 5, \"answer\": \"a\"}]",
            "1:15",
            "must be a string",
            "make \"question\"",
        ),
        (
            "[{\"question\": \" \", \"answer\": \"a\"}]",
            "1:15",
            "is blank",
            "write something into \"question\"",
        ),
        (
            "[{\"id\": \"x\",\n\"id\": \"x\"}]",
            "2:7",
            "given twice",
            "keep one \"id\"",
        ),
        (
            "[{\"question\": \"q\" \"answer\"}]",
            "1:19",
            "not valid JSON",
            "comma",
        ),
        (&format!("[{entry},\n]"), "2:1", "not valid JSON", "comma"),
        (&format!("[{entry}"), "1:33", "not valid JSON", "bracket"),
    ] {
        session()
            .file("bad.json", text)
            .run("list -f bad.json")
            .fails(&format!("faq: bad.json:{place}: "))
            .hints(cause)
            .hints("help: ")
            .hints(mend);
    }
}

#[test]
fn an_id_used_twice_names_both_places_even_in_two_files() {
    let entry = r#"[{"id": "x", "question": "q", "answer": "a"}]"#;
    session()
        .file("a.json", entry)
        .file("b.json", format!("\n{entry}"))
        .run("ask -f a.json -f b.json q")
        .fails("b.json:2:2: the id \"x\" is used already at a.json:1:2");
}

#[test]
fn one_bad_file_of_several_means_no_answer_from_any() {
    session()
        .file("good.json", SHOP)
        .file("bad.json", "[{\"question\": \"q\"}]")
        .run("ask -f good.json -f bad.json how do i return an item")
        .fails("bad.json:1:2: ");
}

#[test]
fn a_file_that_cannot_be_read_as_text_says_why() {
    for (content, cause, mend) in [
        (&b"\xFF\xFE[\0]\0"[..], "UTF-16", "iconv -f UTF-16"),
        (b"\xFE\xFF\0[\0]", "UTF-16", "iconv -f UTF-16"),
        (
            b"[{\"question\": \"Z\xFCrich?\"}]",
            "Latin-1",
            "iconv -f ISO-8859-1",
        ),
        (b"\x7FELF\0\0\0", "not text", "text file"),
    ] {
        session()
            .file("bad.json", content)
            .run("list -f bad.json")
            .fails("bad.json")
            .hints(cause)
            .hints(mend);
    }
}

#[test]
fn invalid_utf8_is_named_with_place_and_byte_offset() {
    session()
        .file("bad.json", b"[\n \"Z\xFCrich\"]")
        .run("list -f bad.json")
        .fails("bad.json:2:4: ")
        .hints("0xFC at offset 5");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    session()
        .file(
            "shop.json",
            format!("\u{feff}{}", SHOP.replace('\n', "\r\n")),
        )
        .run("ask -f shop.json -a when do i get my money back")
        .prints("Within five days.\n")
        .code(0);
}

#[test]
fn a_directory_or_a_missing_file_is_not_a_faq() {
    let session = session().folder("folder");
    session
        .run("list -f folder")
        .fails("folder: holds no file of a format that is read")
        .hints("such as .json");
    session
        .run("list -f faqs.json")
        .fails("faqs.json: cannot be opened")
        .hints("check the spelling");
}

#[test]
fn nesting_however_deep_is_refused() {
    for depth in [129, 10_000, 1_000_000] {
        let nested = "[".repeat(depth) + &"]".repeat(depth);
        let session = session()
            .file("deep.json", &nested)
            .file("open.json", "[".repeat(depth))
            .file("unread.json", format!("{{\"x\": {nested}, \"faqs\": []}}"));
        for file in ["deep.json", "open.json", "unread.json"] {
            session
                .run(&format!("list -f {file}"))
                .fails(&format!("faq: {file}:1:"));
        }
    }
}

#[cfg(unix)]
#[test]
fn an_endless_file_and_a_huge_one_are_refused() {
    session()
        .run("list -f /dev/zero")
        .fails("/dev/zero:1:1: is not text");
    // Ten gigabytes of which 64 kB are on the disk: text at first, so that only the size speaks against it.
    let session = session().file("huge.json", " ".repeat(65_536));
    let huge = fs::File::options()
        .write(true)
        .open(session.path("huge.json"))
        .unwrap();
    huge.set_len(10_000_000_000).unwrap();
    session
        .run("list -f huge.json")
        .fails("huge.json: more than the limit of 1 GiB in all");
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_not_utf8_is_read() {
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"caf\xE9.json");
    session()
        .file(name, r#"[{"question": "Which?", "answer": "This."}]"#)
        .run_arguments([OsStr::new("list"), OsStr::new("-f"), name])
        .prints("Which?\n")
        .code(0);
}

#[test]
fn yaml_is_refused_as_what_it_is_where_it_begins() {
    let yaml = "# ours\n---\nfaqs:\n  - question: Why?\n    answer: So.\n";
    for name in ["faq.yaml", "FAQ.YML", "faq.txt", "faq"] {
        session()
            .file(name, yaml)
            .run(&format!("ask -f {name} why"))
            .fails(&format!(
                "faq: {name}:3:1: this is YAML, which is not read\n"
            ))
            .hints("help: make JSON of it, which holds the same: yq -o json FILE > faq.json\n");
    }
    // JSON is YAML as well, and whoever says what it is knows best.
    session()
        .file("faq.yaml", r#"[{"question": "Why?", "answer": "So."}]"#)
        .run("ask -f faq.yaml -a why")
        .prints("So.\n");
    session()
        .file("faq.yaml", "Q: Why?\nA: So.\n")
        .run("ask -f faq.yaml --format text -a why")
        .prints("So.\n");
}
