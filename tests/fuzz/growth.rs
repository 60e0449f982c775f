//! Work that grows with the input, and not with its square: what formats are made of, again and again, and many files.

use std::fs;
use std::time::Duration;

use faq::format::inspect;
use faq::{Engine, Format, Options, Source};

/// How long the shorter input is; the longer one has four times as much.
const BYTES: usize = 256 * 1024;

/// Four times the input may take so many times as long. Linear work takes 4, the square 16.
const MOST: f64 = 10.0;

/// What is done this fast cannot be measured well.
const TOO_FAST: Duration = Duration::from_millis(40);

/// Nothing of the longer ones takes as long.
const TOO_SLOW: Duration = Duration::from_secs(2);

/// What stands before the repetitions, what is repeated, and what stands behind.
type Pattern = (&'static str, &'static str, &'static str);

const JSON: &[Pattern] = &[
    ("{\"a\":{\"b\":{\"c\":{", "\"d\":{\"e\":[]},", "\"f\":1}}}}"),
    (
        "{\"articles\":[",
        "{\"title\":\"Q?\",\"body\":\"A\"},",
        "{}]}",
    ),
    ("", "[", ""),
    ("", "{\"a\":", ""),
    ("", "{", ""),
    ("\"", "\\", ""),
    ("\"", "\\u0041", "\""),
    ("[\"", "a", ""),
    ("[", "1,", "1]"),
    ("[", "{},", "{}]"),
    ("[", "{\"question\":\"Q?\",\"answer\":\"A\"},", "{}]"),
    ("{\"faqs\":[],", "\"a\":1,", "\"z\":1}"),
    (
        "[{\"question\":\"Q\",\"answer\":\"A\",",
        "\"a\":1,",
        "\"z\":1}]",
    ),
    (
        "[{\"question\":\"Q\",\"answer\":\"A\",\"tags\":[",
        "\"a\",",
        "\"b\"]}]",
    ),
    ("{\"synonyms\":[", "[\"a\",\"b\"],", "[]],\"faqs\":[]}"),
    ("{\"a\":", "[{\"a\":", ""),
    ("", "\n", "[]"),
    ("", " ", "["),
    ("[{\"question\":\"", "\\n", "\",\"answer\":\"\"}]"),
    (
        "{\"@type\":\"FAQPage\",\"mainEntity\":[",
        "{\"@type\":\"Question\",\"name\":\"Q\",\"acceptedAnswer\":{\"text\":\"A\"}},",
        "{}]}",
    ),
    ("{\"@graph\":[", "{\"@id\":\"a\"},", "{}]}"),
    (
        "{\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"Q\",\"acceptedAnswer\":{\"text\":\"",
        "<b>",
        "\"}}]}",
    ),
];

const LINES: &[Pattern] = &[
    ("", "{\"question\":\"Q?\",\"answer\":\"A\"}\n", ""),
    ("", "{}\n", ""),
    ("", "\n", "{}"),
    ("", "{", ""),
    ("{}\n", "x\n", ""),
];

const TABLES: &[Pattern] = &[
    ("a title\n", "\"", "\nquestion,answer\nQ?,A\n"),
    ("", "frage;", "antwort\nQ?;A\n"),
    ("", "\"", ""),
    ("question,answer\n", "\"", ""),
    ("question\tanswer\n", "\"", ""),
    ("question,answer\n", "\"\"", "\n"),
    ("question,answer\n\"", "a\n", ""),
    ("question,answer\n", ",", ""),
    ("", ",", ""),
    ("", "\t", ""),
    ("", ";", ""),
    ("", "a,", "\nx,y"),
    ("", "a\t", "\nx\ty"),
    ("question,answer\n", "a,b\n", ""),
    ("question\tanswer\n", "a\tb\n", ""),
    ("question,answer\n", "\"a\"x,b\n", ""),
    ("question,answer\n", "\n", ""),
    ("question,answer\n", "\r", ""),
    ("question,answer,tags\nq,a,\"", "x;", "\""),
    ("question,answer,alternates\nq,a,\"", "x\n", "\""),
    (
        "question,answer,tags\nq,a,\"[",
        "\"\"x\"\",",
        "\"\"y\"\"]\"",
    ),
    ("question,answer,tags\nq,a,\"", "[", "\""),
    ("sep=,\n", "sep=,\n", ""),
    ("QnaId\tQuestion\tAnswer\n", "1\tQ\tA\n", ""),
    ("question,answer\n", "a,b,", "c\n"),
];

const MARKDOWN: &[Pattern] = &[
    ("## Q?\n\n", "a[^1] ", "\n\n[^1]: b\n"),
    ("## Q?\n\nA\n\n", "[^1]: b\n", ""),
    ("", "## Q?\n\na[^1]\n\n", "[^1]: b\n"),
    ("", "## Q?\n\na[^1]\n\n[^1]: b[^1]\n\n", ""),
    ("", "# a\n", ""),
    ("", "## Q?\n\nA\n\n", ""),
    ("", "#", ""),
    ("", "###### ", ""),
    ("## Q?\n\n", "*", ""),
    ("## Q?\n\n", "**a", ""),
    ("## Q?\n\n", "*a_", ""),
    ("## Q?\n\n", "_ ", ""),
    ("## Q?\n\n", "`", ""),
    ("## Q?\n\n", "`a``", ""),
    ("## Q?\n\n", "~~", ""),
    ("## Q?\n\n", "[", ""),
    ("## Q?\n\n", "]", ""),
    ("## Q?\n\n", "![", ""),
    ("## Q?\n\n", "[a](", ""),
    ("## Q?\n\n", "[a](b", ""),
    ("## Q?\n\n", "[a](<b", ""),
    ("## Q?\n\n", "[a][b]", ""),
    ("## Q?\n\n", "[a]: b\n", ""),
    ("## Q?\n\n", "[a]: <b \"\n", ""),
    ("## Q?\n\n", "[^a]", ""),
    ("## Q?\n\n", "[^a]: b\n", ""),
    ("## Q?\n\n", "<", ""),
    ("## Q?\n\n", "<!--", ""),
    ("## Q?\n\n", "<!-- -->", ""),
    ("## Q?\n\n", "<a ", ""),
    ("## Q?\n\n", "<a>", ""),
    ("## Q?\n\n", "<![CDATA[", ""),
    ("## Q?\n\n", "<?", ""),
    ("## Q?\n\n", "<!A ", ""),
    ("## Q?\n\n", "&", ""),
    ("## Q?\n\n", "&#", ""),
    ("## Q?\n\n", "\\", ""),
    ("## Q?\n\n", "> ", "a"),
    ("## Q?\n\n", ">", "a"),
    ("## Q?\n\n", "> a\n", ""),
    ("## Q?\n\n", "- ", "a"),
    ("## Q?\n\n", "- a\n", ""),
    ("## Q?\n\n", "1. ", "a"),
    ("## Q?\n\n", "1. Q?\n\n   A\n\n", ""),
    ("## Q?\n\n", "- [ ] ", ""),
    ("## Q?\n\n", "|", ""),
    ("## Q?\n\n|a|\n|-|\n", "|b|\n", ""),
    ("## Q?\n\n", "a|", "\n-|-\n"),
    ("## Q?\n\n", "|a|\n|-|\n", ""),
    ("## Q?\n\n", "```\n", ""),
    ("## Q?\n\n", "```\n\n", ""),
    ("## Q?\n\n", "~~~ a\n", ""),
    ("## Q?\n\n", "    a\n", ""),
    ("## Q?\n\n", "a\n===\n", ""),
    ("## Q?\n\n", "---\n", ""),
    ("## Q?\n\n", "***", ""),
    ("## Q?\n\n", "<details>", ""),
    ("", "<details><summary>Q?</summary>A</details>\n", ""),
    (
        "",
        "<details>\n<summary>Q?</summary>\n\nA\n\n</details>\n\n",
        "",
    ),
    ("", "<details>\n<summary>Q?</summary>\n\n", ""),
    ("", "</details>", ""),
    ("", "**Q?**\nA\n\n", ""),
    ("", "**Q?**\n\n", ""),
    ("", "Q: a\nA: b\n\n", ""),
    ("", "Q: a\n", ""),
    ("", "**Q:** a\n\n**A:** b\n\n", ""),
    ("---\n", "a: b\n", "---\n"),
    ("---\nsynonyms:\n", "- [a, b]\n", "---\n"),
    ("---\ntitle: ", "[", "\n---\n"),
    ("---\n", "- ", "\n---\n"),
    ("", "---\n", ""),
    ("", "- [Q?](#q)\n", "\n## Q?\n\nA\n"),
    ("", "::: a\n", ""),
    ("", "??? \"Q?\"\n    A\n", ""),
    ("", "!!! note\n", ""),
    ("", ":::\n", ""),
    ("", "# Q? {#a}\n", ""),
    ("# Q? ", "{#a}", "\n"),
    ("# ", "a ", "\n\nb\n"),
    ("## Q?\n\n", "a\n", ""),
    ("## Q?\n\n", "a\\\n", ""),
    ("## Q?\n\n", " ", "x"),
    ("## Q?\n\n", "\t", "x"),
    ("## Q?\n\n", "\n", "x"),
    ("## Q?\n\n", "- a\n ", ""),
    ("## Q?\n\n", "$a$", ""),
    ("## Q?\n\n", "http://a", ""),
    ("## Q?\n\n", "a@b.", ""),
    ("## Q?\n\n", "<!-- faq: a -->\n", ""),
];

const HTML: &[Pattern] = &[
    ("", "<button>Q?</button>a", ""),
    ("", "<div><button>Q?</button>a", ""),
    ("", "<p class=question>", ""),
    ("", "<p><b>Q?", ""),
    ("", "<", ""),
    ("", "<a", ""),
    ("", "<a ", ""),
    ("", "<p>", ""),
    ("", "</p>", ""),
    ("", "<div>", ""),
    ("", "<b>", ""),
    ("", "<ul><li>", ""),
    ("<h2>Q?</h2>", "<ul><li>", ""),
    ("<h2>Q?</h2>", "<ol><li>a", ""),
    ("<h2>Q?</h2>", "<li>a", ""),
    ("<h2>Q?</h2>", "<blockquote>", "a"),
    ("<h2>Q?</h2>", "<blockquote>a", ""),
    ("<h2>Q?</h2>", "<table>", ""),
    ("<h2>Q?</h2>", "<table><tr><td>", "a"),
    ("<h2>Q?</h2><table>", "<tr><td>a", ""),
    ("<h2>Q?</h2><table><tr>", "<td>a", ""),
    ("<h2>Q?</h2>", "<pre>", "a"),
    ("<h2>Q?</h2><pre>", "a\n", "</pre>"),
    ("<h2>Q?</h2>", "<code>", "a"),
    ("<h2>Q?</h2>", "<b>", "a"),
    ("<h2>Q?</h2>", "<b>a", ""),
    ("<h2>Q?</h2>", "<i>a<b>", ""),
    ("<h2>Q?</h2>", "<b>a</b>", ""),
    ("<h2>Q?</h2>", "<a href=x>a", ""),
    ("<h2>Q?</h2>", "<a href=x>a</a>", ""),
    ("<h2>Q?</h2>", "<img alt=x>", ""),
    ("<h2>Q?</h2>", "<br>", ""),
    ("<h2>Q?</h2>a", "<br>", "b"),
    ("<h2>Q?</h2>", "<hr>", ""),
    ("<h2>Q?</h2>", "<p>a", ""),
    ("<h2>Q?</h2>", "<div>a", ""),
    ("<h2>Q?</h2>", "a ", ""),
    ("<h2>Q?</h2>", "\n", "a"),
    ("<h2>Q?</h2>", "&amp;", ""),
    ("<h2>Q?</h2>", "&", ""),
    ("<h2>Q?</h2>", "&#1", ""),
    ("<h2>Q?</h2>", "&notit", ""),
    ("<h2>Q?</h2>&#", "1", ";"),
    ("<h2>Q?</h2>", "\\", ""),
    ("<h2>Q?</h2>", "*", ""),
    ("<h2>Q?</h2>", "`", ""),
    ("", "<h2>Q?</h2>A", ""),
    ("", "<h2>", ""),
    ("", "<h2>Q?", ""),
    ("", "</h2>", ""),
    ("", "<h1><h2><h3>", ""),
    ("", "<div><h2>Q?</h2>A", ""),
    ("", "<section><h2>Q?</h2>A", ""),
    ("", "<details>", ""),
    ("", "<details><summary>Q?</summary>A", ""),
    ("", "<details><summary>Q?</summary>A</details>", ""),
    ("", "<summary>", ""),
    ("", "<dl><dt>Q?<dd>A", ""),
    ("<dl>", "<dt>Q?<dd>A", ""),
    ("<dl>", "<dt>Q?", ""),
    ("<dl>", "<dd>A", ""),
    ("", "<!--", ""),
    ("", "<!-- -->", ""),
    ("", "<!-- --", ""),
    ("", "<!", ""),
    ("", "<!doctype ", ""),
    ("", "<script>", ""),
    ("<script>", "<!--<script>", ""),
    ("<script>", "</scrip", ""),
    ("", "<script type=application/ld+json>{}</script>", ""),
    ("", "<script type=application/ld+json>[</script>", ""),
    ("", "<style>a</style>", ""),
    ("", "<style>", ""),
    ("<textarea>", "</", ""),
    ("<title>", "a", ""),
    ("", "<title>a</title>", ""),
    ("<p ", "a=b ", ">"),
    ("<p ", "a ", ">"),
    ("<p class=\"", "a ", "\">"),
    ("<p id=\"", "a ", "\">"),
    ("", "<p id=a>", ""),
    ("<", "a", ">"),
    (
        "",
        "<div itemscope itemtype=https://schema.org/FAQPage>",
        "",
    ),
    (
        "",
        "<div itemscope itemprop=mainEntity itemtype=https://schema.org/Question><b itemprop=name>Q?</b><div itemscope itemprop=acceptedAnswer itemtype=https://schema.org/Answer><div itemprop=text>A",
        "",
    ),
    (
        "<div itemscope itemtype=https://schema.org/FAQPage>",
        "<div itemscope itemprop=mainEntity itemtype=https://schema.org/Question><b itemprop=name>Q?</b><div itemscope itemprop=acceptedAnswer itemtype=https://schema.org/Answer><div itemprop=text>A</div></div></div>",
        "",
    ),
    ("", "<a href=#q>Q?</a>", "<h2 id=q>Q?</h2>A"),
    ("", "<button aria-expanded=true>Q?</button><div>A</div>", ""),
    ("", "<nav>", "<h2>Q?</h2>A"),
    ("<h2>Q?</h2>", "<svg>", "a"),
    ("<h2>Q?</h2>", "<template>", "a"),
];

const TEXT: &[Pattern] = &[
    ("", "-\n", ""),
    ("", "-\nQ?\nA\n", ""),
    ("", "Q: a\nA: b\n", ""),
    ("", "Q: a\n", ""),
    ("", "Q: a\n\n", ""),
    ("", "A: b\n", "Q: a\n"),
    ("Q: a\n", "A: b\n", ""),
    ("Q: a\nA: b\n", "---\n", ""),
    ("Q: a\nA: b\n", "c\n---\n", ""),
    ("Q: a\n", "b\n", ""),
    ("Q: a\n", "\n", "b"),
    ("Q: a\nA: ", "b\r\n", ""),
    ("", "\n", "-\nQ?\nA"),
    ("Q: ", "a ", "\nA: b"),
    ("", "1", ". Q: a"),
    ("Q", "1.", ": a"),
    ("", "Q1: a\nQ2: b\n", "A2: c"),
];

/// All formats, each with what it is made of.
const FORMATS: [(Format, &[Pattern]); 8] = [
    (Format::Json, JSON),
    (Format::Ndjson, LINES),
    (Format::JsonLd, JSON),
    (Format::Csv, TABLES),
    (Format::Tsv, TABLES),
    (Format::Markdown, MARKDOWN),
    (Format::Html, HTML),
    (Format::Text, TEXT),
];

/// How long it takes to read a pattern, strictly and leniently.
fn time(format: Format, (before, repeated, behind): Pattern, bytes: usize) -> Duration {
    let repetitions = repeated.repeat(bytes / repeated.len());
    let sources = [Source::new("f", format!("{before}{repetitions}{behind}"))];
    let begin = worked();
    drop(faq::parse(&sources, Some(format)));
    drop(inspect(&sources, Some(format)));
    worked().saturating_sub(begin)
}

/// How long this thread has been at work: time that other programs take does not count. Linux knows.
fn worked() -> Duration {
    let schedule = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(schedule.split(' ').next().unwrap().parse().unwrap())
}

#[test]
#[ignore = "takes a minute, and measures time: cargo test --release --test fuzz -- --ignored"]
fn reading_takes_time_that_grows_with_the_input_and_not_with_its_square() {
    let (mut slow, mut tried) = (Vec::new(), 0);
    for (format, patterns) in FORMATS {
        for &pattern in patterns {
            let short = time(format, pattern, BYTES);
            let long = time(format, pattern, 4 * BYTES);
            let growth = long.as_secs_f64() / short.max(TOO_FAST / 4).as_secs_f64();
            let line = format!("{format} {pattern:?}: {short:?}, then {long:?}: {growth:.1}");
            if growth > MOST || long > TOO_SLOW {
                println!("{line}");
                slow.push(line);
            }
            tried += 1;
        }
    }
    println!(
        "{tried} patterns read, {BYTES} and {} bytes long",
        4 * BYTES
    );
    assert!(slow.is_empty(), "\n{}", slow.join("\n"));
}

/// How many files the smaller FAQ is of; the larger one is of four times as many.
const DOCUMENTS: usize = 2_500;

/// How long it takes to make an engine of a FAQ of so many files, and to ask it.
fn time_of_documents(count: usize) -> Duration {
    let source = |number: usize| {
        let entry =
            |n: usize| format!("Q: Where is the key of room {n} in house {number}?\nA: By it.");
        let entries: Vec<String> = (0..10).map(entry).collect();
        Source::new(format!("{number}.txt"), entries.join("\n---\n"))
    };
    let sources: Vec<Source> = (0..count).map(source).collect();
    let faq = faq::parse(&sources, Some(Format::Text)).unwrap();
    assert_eq!(
        (faq.documents.len(), faq.entries.len()),
        (count, 10 * count)
    );
    let begin = worked();
    let engine = Engine::new(&faq);
    let last = format!("where is the key of room 9 in house {}", count - 1);
    let reply = engine.ask(&last, &Options::default());
    assert_eq!(reply.matches[0].entry, 10 * count - 1);
    worked().saturating_sub(begin)
}

#[test]
#[ignore = "measures time: cargo test --release --test fuzz -- --ignored"]
fn asking_takes_time_that_grows_with_the_files_and_not_with_their_square() {
    let short = time_of_documents(DOCUMENTS);
    let long = time_of_documents(4 * DOCUMENTS);
    let growth = long.as_secs_f64() / short.max(TOO_FAST / 4).as_secs_f64();
    println!("{DOCUMENTS} files: {short:?}, four times as many: {long:?}: {growth:.1}");
    assert!(growth <= MOST, "{growth:.1}");
}
