//! `faq man` and `faq completions`: what is printed for other programs to read.

use std::fs;

use super::session::session;

#[test]
fn a_page_for_each_command() {
    let session = session().folder("man1");
    session
        .run("man")
        .says(".TH FAQ 1")
        .says("EXIT STATUS")
        .without_hints()
        .code(0);
    session
        .run("man ask")
        .says(".TH FAQ-ASK 1")
        .says("log\\-misses")
        .code(0);
    session
        .run("man --dir man1")
        .prints("")
        .without_hints()
        .code(0);
    let mut pages: Vec<String> = fs::read_dir(session.path("man1"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    assert_eq!(pages.len(), 13);
    assert_eq!(pages[0], "faq-ask.1");
    let written = fs::read_to_string(session.path("man1/faq-ask.1")).unwrap();
    session.run("man ask").prints(&written);
    // Again over those that are there.
    session.run("man --dir man1").code(0);
    session
        .run("man --dir none")
        .fails("in a folder that does not exist")
        .hints("mkdir -p none");
}

#[test]
fn a_script_for_each_shell_asks_the_program() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        session()
            .run(&format!("completions {shell}"))
            .says(&format!("faq __complete {shell} --"))
            .without_hints()
            .code(0);
    }
}

#[test]
fn what_fits_is_told_for_the_faq_of_the_line() {
    let session = session()
        .file(
            "faq.json",
            r#"[{"id": "found", "question": "Found?", "answer": "Yes.", "tags": ["x y"]}]"#,
        )
        .file("shop.csv", "id,question,answer\nnamed,Named?,Yes.\n")
        .file("bad.json", "{");
    for (line, fits) in [
        ("fish -- show \"\"", "values\nfound\tFound?\n"),
        ("fish -- list --tag \"\"", "values\nx y\t\n"),
        ("bash -- \"faq list --tag x\" x", "values\nx\\ y\t\n"),
        ("fish -- show -f shop.csv \"\"", "values\nnamed\tNamed?\n"),
        (
            "fish -- show --file=shop.csv \"\"",
            "values\nnamed\tNamed?\n",
        ),
        ("fish -- -fshop.csv show \"\"", "values\nnamed\tNamed?\n"),
        (
            "zsh -- show --format csv -f shop.csv n",
            "values\nnamed\tNamed?\n",
        ),
        ("fish -- show -f bad.json \"\"", "nothing\n"),
        ("fish -- show -f none.json \"\"", "nothing\n"),
        (
            "bash -- \"faq show -f 'shop.csv' n\" n",
            "values\nnamed\tNamed?\n",
        ),
        ("bash -- \"faq show z\" z", "nothing\n"),
        ("powershell -- show @fo", "values\nfound\tFound?\n"),
        ("powershell -- show @", "values\nfound\tFound?\n"),
        ("bash -- \"faq ask -f s\" s", "files\n\n"),
        ("fish -- ask --file=s", "files\n--file=\n"),
    ] {
        session
            .run(&format!("__complete {line}"))
            .prints(fits)
            .without_hints()
            .code(0);
    }
    session.run("--help").never_says("__complete");
}

#[test]
fn what_a_faq_holds_does_not_reach_a_terminal_by_a_completion() {
    let faq = r#"[{"id": "a\u001b[31m", "question": "One?", "answer": "1"}, {"id": "b", "question": "Two\u001b[2J?", "answer": "2"}]"#;
    session()
        .file("faq.json", faq)
        .run("__complete fish -- show \"\"")
        .prints("values\nb\tTwo<U+001B>[2J?\n")
        .code(0);
}
