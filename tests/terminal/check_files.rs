//! Several files that say the same, and one that has nothing in it.

use super::session::{SHOP, session};

#[test]
fn a_copied_file_is_one_error_that_names_both() {
    session()
        .file("faq/a.json", SHOP)
        .file("faq/b.json", SHOP)
        .run("check faq")
        .says(
            "error[copied-file]: this file says the same as faq/a.json\n \
             --> faq/b.json:1:1\n",
        )
        .says("2 files: 1 error, 1 warning; 6 entries\n")
        .code(1);
}

#[test]
fn a_file_without_entries_is_a_warning() {
    let session = session().file("faq.json", "{\"faqs\": []}");
    session
        .run("check")
        .says("warning[no-entries]: there are no entries in this file, so it answers nothing\n")
        .code(0);
    session.run("check --strict").code(1);
}

#[test]
fn a_question_to_a_faq_without_entries_is_told_so() {
    let session = session().file("faq.json", "[]");
    session
        .run("ask how do I pay")
        .prints("")
        .hints(
            "faq: the FAQ has no entries, so it answers nothing\n\
             See what one looks like with: faq help format\n",
        )
        .code(1);
    session
        .run("ask --json how do I pay")
        .without_hints()
        .code(1);
}
