//! A file is written whole or not at all, never over another without `--force`, and nothing else is left behind.

use std::fs;

use super::session::{SHOP, Session, session};

/// The names in the session's folder, but for the home.
fn names(session: &Session, folder: &str) -> Vec<String> {
    let name =
        |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = fs::read_dir(session.path(folder))
        .unwrap()
        .map(name)
        .collect();
    names.retain(|name| name != "home");
    names.sort();
    names
}

fn content(session: &Session, path: &str) -> String {
    fs::read_to_string(session.path(path)).unwrap()
}

/// A session with a FAQ, and an old file that is not to be lost.
fn with_old() -> Session {
    session().file("shop.json", SHOP).file("old.json", "old")
}

#[test]
fn a_file_that_exists_is_left_alone_and_the_command_that_would_write_it_is_shown() {
    let session = with_old();
    session
        .run("convert shop.json -o old.json")
        .fails("faq: old.json: exists already")
        .hints("help: to write over it: faq convert shop.json -o old.json --force\n");
    assert_eq!(content(&session, "old.json"), "old");
    session
        .run("convert shop.json -o old.json --force")
        .prints("")
        .without_hints()
        .code(0);
    session.run("list -f old.json").says("Sundays").code(0);
    assert_eq!(names(&session, "."), ["old.json", "shop.json"]);
}

#[test]
fn a_file_may_be_written_over_itself() {
    let session = session().file("shop.json", SHOP);
    let before = session.run("list --json -f shop.json").stdout();
    session
        .run("convert shop.json -o shop.json")
        .fails("exists already");
    assert_eq!(content(&session, "shop.json"), SHOP);
    session
        .run("convert shop.json -o shop.json --force")
        .code(0);
    let fields = |text: &str| -> Vec<serde_json::Value> {
        text.lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["answer"].clone())
            .collect()
    };
    let after = session.run("list --json -f shop.json").stdout();
    assert_eq!(fields(&after), fields(&before));
}

#[test]
fn a_folder_and_a_file_in_a_folder_that_is_not_there_are_refused() {
    let session = session().file("shop.json", SHOP).folder("folder");
    for (output, message) in [
        ("folder", "folder: is a folder"),
        ("folder/", "folder/: is a folder"),
        ("new/", "new/: is a folder"),
        (
            "new/out.json",
            "new/out.json: is in a folder that does not exist",
        ),
        (
            "shop.json/out.json",
            "shop.json/out.json: cannot be written",
        ),
    ] {
        for force in ["", "--force"] {
            session
                .run(&format!("convert shop.json -o {output} {force}"))
                .fails(message);
        }
    }
    assert_eq!(names(&session, "."), ["folder", "shop.json"]);
}

#[cfg(unix)]
#[test]
fn a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own() {
    let session = with_old();
    session
        .shell("umask 027; \"$faq\" convert shop.json -o new.json; stat -c %a new.json")
        .prints("640\n")
        .code(0);
    for mode in ["600", "664", "444"] {
        session
            .shell(&format!(
                "chmod {mode} old.json; \"$faq\" convert shop.json -o old.json --force; stat -c %a old.json"
            ))
            .prints(&format!("{mode}\n"))
            .code(0);
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_is_written() {
    let session = with_old().folder("links").folder("data");
    session
        .shell(
            "ln -s ../old.json links/one; ln -s links/one two; ln -s ../data/new.json links/three",
        )
        .code(0);
    session
        .run("convert shop.json -o two")
        .fails("two: exists already");
    session.run("convert shop.json -o two --force").code(0);
    assert!(content(&session, "old.json").contains("Sundays"));
    // A link that leads nowhere leads to a new file.
    session.run("convert shop.json -o links/three").code(0);
    assert!(content(&session, "data/new.json").contains("Sundays"));
    for link in ["links/one", "two", "links/three"] {
        assert!(session.path(link).is_symlink(), "{link}");
    }
    assert_eq!(names(&session, "links"), ["one", "three"]);
    session.shell("ln -s loop loop").code(0);
    session
        .run("convert shop.json -o loop")
        .fails("loop: cannot be written");
}

#[cfg(unix)]
#[test]
fn a_disk_that_is_full_leaves_the_old_file_and_nothing_else() {
    // No file may grow past one block: the system says so, or ends the program, as with any signal.
    for (trap, code) in [("trap '' XFSZ;", Some(2)), ("", None)] {
        let session = with_old().file("long.json", long_faq());
        for output in ["old.json --force", "new.json"] {
            let line = format!("{trap} ulimit -f 1; \"$faq\" convert long.json -o {output}");
            let said = session.shell(&line);
            if let Some(code) = code {
                said.fails("cannot be written: File too large")
                    .hints("make room")
                    .code(code);
                assert_eq!(names(&session, "."), ["long.json", "old.json", "shop.json"]);
            }
            assert_eq!(content(&session, "old.json"), "old");
            assert!(!session.path("new.json").exists());
        }
    }
}

#[cfg(unix)]
fn long_faq() -> String {
    let entry = |number| format!(r#"{{"question": "Is this {number}?", "answer": "Yes."}}"#);
    let entries: Vec<String> = (0..5_000).map(entry).collect();
    format!("[{}]", entries.join(","))
}

#[test]
fn a_fault_in_what_is_read_leaves_the_old_file() {
    let session = with_old().file("bad.json", r#"[{"question": "Q?"}]"#);
    session
        .run("convert bad.json -o old.json --force")
        .fails("bad.json:1:2");
    assert_eq!(content(&session, "old.json"), "old");
    assert_eq!(names(&session, "."), ["bad.json", "old.json", "shop.json"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    let session = with_old().file("locked/old.json", "old");
    // The superuser may write everywhere.
    let nobody = "if [ \"$(id -u)\" = 0 ]; then nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'; fi;";
    session.shell("chmod 755 .; chmod 555 locked").code(0);
    let able = session.shell(&format!("{nobody} $nobody \"$faq\" --version"));
    if !able.stdout().starts_with("faq ") {
        println!(
            "skipped: the program cannot be run as somebody who is not the superuser: {able:?}"
        );
        return;
    }
    for output in ["locked/new.json", "locked/old.json --force"] {
        session
            .shell(&format!(
                "{nobody} $nobody \"$faq\" convert shop.json -o {output}"
            ))
            .fails("json: cannot be written: Permission denied")
            .hints("help: make locked writable for you");
    }
    assert_eq!(names(&session, "locked"), ["old.json"]);
    session.shell("chmod 755 locked").code(0);
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_written_to_as_it_is() {
    let session = with_old();
    session
        .shell("mkfifo fifo; cat fifo > copy & \"$faq\" convert shop.json -o fifo && wait && \"$faq\" list -f copy")
        .says("Sundays")
        .code(0);
    for output in [
        "/dev/stdout",
        "/dev/fd/1",
        "/proc/self/fd/1",
        "-",
        "/dev/fd/3",
    ] {
        session
            .shell(&format!(
                "\"$faq\" convert shop.json -o {output} 3>&1 | \"$faq\" list -f -"
            ))
            .says("Sundays")
            .without_hints()
            .code(0);
        // A shell has made the file already: that is no file to keep.
        session
            .shell(&format!(
                "\"$faq\" convert shop.json -o {output} > kept 3>&1; \"$faq\" list -f kept"
            ))
            .code(0);
    }
    session
        .run("convert shop.json -o /dev/null")
        .prints("")
        .code(0);
    session
        .run("convert shop.json -o /dev/full")
        .fails("faq: /dev/full: cannot be written: No space left")
        .hints("make room");
    let null = fs::metadata("/dev/null").unwrap().file_type();
    assert!(std::os::unix::fs::FileTypeExt::is_char_device(&null));
}

#[cfg(unix)]
#[test]
fn whoever_stops_reading_is_left_in_peace() {
    let session = session().file("long.json", long_faq());
    for output in ["", "-o -", "-o /dev/stdout"] {
        session
            .shell(&format!(
                "{{ \"$faq\" convert long.json {output}; echo \"code $?\" >&2; }} | head -c 1"
            ))
            .hints("code 0\n")
            .never_hints("faq:");
    }
    session
        .shell("mkfifo fifo; head -c 1 fifo & \"$faq\" convert long.json -o fifo")
        .without_hints()
        .code(0);
}
