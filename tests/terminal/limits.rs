//! Every limit is named when it is reached, with what raises it or that nothing does.

use std::fmt::Write as _;

use super::session::{SHOP, session};

#[test]
fn the_size_of_a_faq_is_limited_and_the_limit_can_be_set() {
    let session = session()
        .file("shop.json", SHOP)
        .file("faqs/a.json", SHOP)
        .file("faqs/b.md", " ".repeat(1000))
        .file("questions.txt", "a\n".repeat(1000));
    let mut tried = 0;
    for line in [
        "list --max-size 100 -f shop.json",
        "--max-size 100 list -f shop.json",
        "ask --max-size 100 -f - q < shop.json",
        "ask --max-size 100 -f shop.json q",
        "show --max-size 0 -f shop.json q",
        "check --max-size 100 shop.json",
        "convert --max-size 100 shop.json",
        "list --max-size 1K -f faqs",
        "test --builtin --max-size 100 questions.txt",
        "misses --builtin --max-size 100 questions.txt",
    ] {
        session
            .shell(&format!("\"$faq\" {line}"))
            .fails(": more than the limit of ")
            .hints("help: ")
            .hints("--max-size SIZE");
        tried += 1;
    }
    session
        .run("list --max-size 100 -f shop.json")
        .hints("faq: shop.json: more than the limit of 100 bytes in all\n");
    for size in ["5k", "5KiB", "1G", "2000000"] {
        session
            .run(&format!("list --max-size {size} -f shop.json"))
            .code(0);
        tried += 1;
    }
    for size in ["", "-1", "x", "1.5G", "99999999T"] {
        session
            .run_arguments(["list", &format!("--max-size={size}")])
            .fails("--max-size");
        tried += 1;
    }
    println!("limits: {tried} sizes tried");
}

#[test]
fn what_no_faq_needs_is_refused_by_name() {
    let entry = |field: &str| format!(r#"[{{"question":"q?","answer":"a",{field}}}]"#);
    let many = |count: usize| format!("[{}\"a\"]", "\"a\",".repeat(count - 1));
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let mut lines = String::new();
    for _ in 0..1_000_001 {
        lines.push_str("a?,b\n");
    }
    let mut groups = String::new();
    for number in 0..100_001 {
        write!(groups, "[\"a{number}\"],").unwrap();
    }
    let mut fields = String::new();
    for number in 0..100_001 {
        write!(fields, "\"{number}\":0,").unwrap();
    }
    let cases = [
        (
            "a.json",
            entry(&format!("\"alternates\":{}", many(100_001))),
            "more alternates than the limit of 100000",
        ),
        (
            "a.json",
            entry(&format!("\"tags\":{}", many(100_001))),
            "more tags than the limit of 100000",
        ),
        (
            "a.json",
            entry(&format!("\"x\":{}", deep(129))),
            "nested more than 128 deep",
        ),
        (
            "a.json",
            entry(&format!("\"source\":\"{}\"", "a".repeat(33 << 20))),
            "\"source\" is longer than the limit of 32 MiB",
        ),
        (
            "a.json",
            format!(r#"{{"synonyms":[{groups}[]],"faqs":[]}}"#),
            "more groups of synonyms than the limit of 100000",
        ),
        (
            "a.csv",
            format!("question,answer\n{lines}"),
            "more entries than the limit of 1000000",
        ),
        (
            "a.csv",
            format!("question,answer{}\n", ",".repeat(10_000)),
            "more cells in a row than the limit of 10000",
        ),
        (
            "a.json",
            format!("[{}{{}}]", "{},".repeat(1_000_000)),
            "more elements of a list than the limit of 1000000",
        ),
        (
            "a.json",
            format!("{{{fields}\"faqs\":[]}}"),
            "more fields of an object than the limit of 100000",
        ),
    ];
    let tried = cases.len();
    for (name, text, message) in cases {
        session()
            .file(name, text)
            .set("FAQ_MAX_MEMORY", "4G")
            .run(&format!("list -f {name}"))
            .fails(message)
            .hints("this limit cannot be raised");
    }
    println!("limits: {tried} that cannot be raised tried");
}

#[test]
fn what_just_fits_is_taken() {
    let list = format!("[{}\"a\"]", "\"a\",".repeat(99_999));
    session()
        .file(
            "a.json",
            format!(r#"[{{"question":"q?","answer":"a","tags":{list}}}]"#),
        )
        .run("list -f a.json")
        .prints("q?\n")
        .code(0);
}

#[test]
fn memory_is_limited_and_the_limit_can_be_raised() {
    let count = 200_000;
    let entries = |form: &dyn Fn(usize) -> String| (0..count).map(form).collect::<String>();
    let list = |form: &dyn Fn(usize) -> String| {
        let entries: Vec<String> = (0..count).map(form).collect();
        format!("[{}]", entries.join(","))
    };
    let cases = [
        (
            "a.json",
            list(&|n| format!("{{\"question\":\"{n}?\",\"answer\":\"a\"}}")),
        ),
        (
            "a.json",
            list(&|n| {
                format!("{{\"question\":\"{n}?\",\"answer\":\"\",\"tags\":[\"a\",\"b\"],\"x\":0}}")
            }),
        ),
        (
            "a.ndjson",
            entries(&|n| format!("{{\"question\":\"{n}?\",\"answer\":\"\"}}\n")),
        ),
        (
            "a.csv",
            format!("question,answer\n{}", entries(&|n| format!("{n}?,a\n"))),
        ),
        ("a.txt", entries(&|n| format!("Q: {n}?\nA: a\n"))),
        ("a.md", entries(&|n| format!("## {n}?\na\n"))),
        (
            "a.md",
            format!("# FAQ\n\n## a?\nb\n{}", "- [a](b) `c`\n".repeat(count)),
        ),
        ("a.html", entries(&|n| format!("<h2>{n}?</h2>a"))),
        (
            "a.html",
            format!("<dl>{}</dl>", entries(&|n| format!("<dt>{n}?<dd>a"))),
        ),
    ];
    let mut tried = 0;
    for (name, text) in cases {
        let session = session().file(name, text);
        let commands = ["list", "ask q", "check", "convert --to ndjson"];
        // They read alike.
        let count = if name == "a.ndjson" {
            commands.len()
        } else {
            1
        };
        for command in &commands[..count] {
            let file = if command.starts_with('c') { "" } else { "-f " };
            let said = session.run(&format!("{command} {file}{name}"));
            if *command == "check" {
                said.says("more memory than the limit of ").code(1);
            } else {
                said.fails(" more memory than the limit of ")
                    .hints(&format!("faq: {name}:"))
                    .hints("or allow more: FAQ_MAX_MEMORY=");
            }
            tried += 1;
        }
        let raised = session.set("FAQ_MAX_MEMORY", "1G");
        raised.run(&format!("list -f {name}")).code(0);
    }
    println!("limits: {tried} refused for their memory");
}

#[test]
fn the_words_of_a_faq_are_counted_when_it_is_asked() {
    let words = |n: usize| {
        let words: Vec<String> = (0..500)
            .map(|word| format!("{:x}", n * 500 + word))
            .collect();
        words.join(" ")
    };
    let entries: Vec<String> = (0..1000)
        .map(|n| format!("{{\"question\":\"{n}?\",\"answer\":\"{}\"}}", words(n)))
        .collect();
    let session = session().file("a.json", format!("[{}]", entries.join(",")));
    session.run("list -f a.json").code(0);
    let session = session.set("FAQ_MAX_MEMORY", "40M");
    session
        .run("ask -f a.json q")
        .fails(" more memory than the limit of 40 MiB")
        .hints("FAQ_MAX_MEMORY=160M");
    session
        .run("check a.json")
        .says("more memory than the limit of 40 MiB")
        .code(1);
    let session = session.set("FAQ_MAX_MEMORY", "400M");
    session.run("ask -f a.json q").code(1);
}

#[test]
fn a_limit_of_memory_is_a_size() {
    let list = |size: &str| {
        let session = session()
            .file("shop.json", SHOP)
            .set("FAQ_MAX_MEMORY", size);
        session.run("list -f shop.json")
    };
    for size in ["", "100M", "1GiB", "20000000"] {
        list(size).code(0);
    }
    for size in ["-1", "x", "1.5G"] {
        list(size)
            .fails("the variable FAQ_MAX_MEMORY is no size")
            .hints("such as FAQ_MAX_MEMORY=4G");
    }
    list("1M").fails("more memory than the limit of 1 MiB");
}
