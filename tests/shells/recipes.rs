//! The recipes of `docs/recipes.md`, run as they stand there.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use super::{bash, blocks, recipes, there};

/// The only block of a kind.
fn block(kind: &str) -> String {
    let mut found = blocks(&recipes())
        .into_iter()
        .filter(|(this, _)| this == kind);
    let (_, text) = found.next().unwrap();
    assert!(found.next().is_none(), "{kind} is there twice");
    text
}

#[test]
fn every_block_is_one_that_is_run() {
    for (kind, text) in blocks(&recipes()) {
        let run = ["sh", "sh fzf", "sh hook", "sh ci", "python", "text"];
        assert!(run.contains(&kind.as_str()), "{kind}: {text}");
    }
}

#[test]
fn lines_print_what_stands_below_them() {
    if !there(&["bash", "jq"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let page = blocks(&recipes());
    let mut tried = 0;
    for (number, (kind, script)) in page.iter().enumerate() {
        if kind != "sh" {
            continue;
        }
        let output = bash(folder.path(), script)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        // An unanswered question is code 1, which `jq` hides but `pipefail` shows.
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{script}: {output:?}"
        );
        let (below, expected) = &page[number + 1];
        assert_eq!(below, "text");
        assert_eq!(
            &String::from_utf8(output.stdout).unwrap(),
            expected,
            "{script}"
        );
        tried += 1;
    }
    assert_eq!(tried, 3);
}

#[test]
fn the_hook_keeps_mistakes_out_of_commits() {
    if !there(&["bash", "git"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let run = |script: &str| bash(folder.path(), script).output().unwrap();
    assert!(
        run("git init -q . && git config user.name A && git config user.email a@example.com")
            .status
            .success()
    );
    let hook = folder.path().join(".git/hooks/pre-commit");
    fs::write(&hook, block("sh hook")).unwrap();
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).unwrap();
    let good = r#"[{"question": "When are you open?", "answer": "At noon."}]"#;
    let bad = r#"[{"question": "When are you open?", "answer": "TODO"}]"#;
    for (staged, held, passes) in [(bad, good, false), (good, bad, true), ("{", good, false)] {
        fs::write(folder.path().join("faq.json"), staged).unwrap();
        assert!(run("git add faq.json").status.success());
        fs::write(folder.path().join("faq.json"), held).unwrap();
        let said = run("git commit -qm 'A change'");
        assert_eq!(said.status.success(), passes, "{staged}: {said:?}");
    }
    assert!(
        run("git reset -q --hard && touch other && git add other && git commit -qm 'No FAQ in it'")
            .status
            .success()
    );
}

#[test]
fn the_job_holds_its_limits() {
    if !there(&["bash"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let cases =
        "how do i add questions\tadd-a-question\nwhat are tags good for\ttags\nwho won the cup\n";
    fs::write(folder.path().join("cases.tsv"), cases).unwrap();
    assert!(bash(folder.path(), "faq init").status().unwrap().success());
    let job = || bash(folder.path(), &block("sh ci")).output().unwrap();
    assert!(job().status.success(), "{:?}", job());
    // An edit that takes an entry's words away.
    let faq = folder.path().join("faq.json");
    let text = fs::read_to_string(&faq).unwrap();
    fs::write(
        &faq,
        text.replace("What are tags for?", "Where does it rain?")
            .replace("How do I ask only some of the entries?", "Is it wet there?"),
    )
    .unwrap();
    let output = job();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("below its limit")
    );
}

#[test]
fn the_bot_answers_each_message_before_the_next() {
    if !there(&["bash", "python3"]) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bot.py"), block("python")).unwrap();
    let mut bot = bash(folder.path(), "exec python3 bot.py")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut typed = bot.stdin.take().unwrap();
    let mut said = BufReader::new(bot.stdout.take().unwrap()).lines();
    let mut next = || said.next().unwrap().unwrap();
    for (message, answer) in [
        (
            "/faq what role does the US play",
            "The U.S. encourages closer ties",
        ),
        ("/faq how do I bake bread", "I do not know."),
        ("/faq", "Ask me something"),
        (
            "/faq \u{2028} will they sign a treaty\t?",
            "While not an official alliance",
        ),
    ] {
        writeln!(typed, "not for the bot\n{message}").unwrap();
        let line = next();
        assert!(line.starts_with(answer), "{message}: {line}");
    }
    writeln!(typed, "/faq talks").unwrap();
    assert_eq!(next(), "Which do you mean?");
    assert!(next().starts_with("- "));
    drop(typed);
    assert!(bot.wait().unwrap().success());
}
