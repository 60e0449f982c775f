//! Pages: their questions wherever they stand, and the page that is written.

use faq::format::{Format, inspect};
use faq::{Entry, Faq, Position, Source};
use proptest::prelude::*;

use crate::support::{any_text, fixture, line, native, pairs, refusal, round_trips, written};

/// What is read of a fixture: place, id, question and tags of each entry.
fn outline(name: &str) -> Vec<String> {
    let sources = [fixture(name)];
    let faq = faq::parse(&sources, None).unwrap();
    let entry = |entry: &Entry<'_>| {
        let (at, tags) = (entry.place.position, entry.tags.join(","));
        format!("{at} {} | {} | {tags}", entry.id, entry.question)
    };
    faq.entries.iter().map(entry).collect()
}

/// How a text was read, and what was skipped in it and why.
fn remarks(source: Source) -> (Option<String>, Vec<String>) {
    let sources = [source];
    let inspection = inspect(&sources, None);
    let note = |(spot, note): &(faq::format::Spot, faq::format::Note)| {
        let before = &sources[0].text[..spot.offset];
        format!("{}: {note}", before.matches('\n').count() + 1)
    };
    let notes = inspection.notes.iter().map(note).collect();
    (inspection.readings[0].shape.clone(), notes)
}

fn answers(name: &str) -> Vec<String> {
    pairs(&fixture(name))
        .into_iter()
        .map(|(_, it)| it)
        .collect()
}

#[test]
fn summaries_ask_and_details_answer() {
    assert_eq!(
        outline("html/details.html"),
        [
            "16:5 hot | How hot does the kiln get? | Firing",
            "26:5 own-clay | May I bring my own clay? | Firing",
            "29:7 even-porcelain | Even porcelain? | Firing",
            "35:7 what-does-a-firing-cost | What does a firing cost? | Money,Prices",
            "36:7 deposits | Deposits | Money,Prices",
        ]
    );
    assert_eq!(
        answers("html/details.html"),
        [
            "Up to 1280\u{a0}°C.\n\nGlaze firings stop at:\n\n1. 1060 for earthenware\n2. 1240 for stoneware\n\nShow the curve\n\n```\n0h   20\n6h  600\n```",
            "Yes, if you tell us `what` it is.\nAsk the technician first.",
            "Even porcelain.",
            "| Kiln | Price |\n| --- | --- |\n| Small | 20 |",
            "Ten, payable at the door.",
        ]
    );
    let (shape, notes) = remarks(fixture("html/details.html"));
    assert_eq!(shape.as_deref(), Some("<summary> in <details>"));
    assert_eq!(
        notes,
        ["11: a list of links within the page was skipped: it is a table of contents"]
    );
}

#[test]
fn headings_ask_and_what_is_below_answers() {
    assert_eq!(
        outline("html/headings.html"),
        [
            "11:3 fares | How much is a ticket? | Tickets",
            "16:1 refund | Can I get a refund? | Tickets",
            "22:1 does-it-wait-for-trains | Does it wait for trains? | On the way",
            "26:1 is-there-anything-else | Is there anything else? | ",
        ]
    );
    assert_eq!(
        answers("html/headings.html"),
        [
            "Three coins. Children pay **one**.\n\n**And in winter?**\n\nThe same.",
            "No.",
            "Five minutes, then it leaves.",
            "Write to bus@night.example.",
        ]
    );
    let (shape, notes) = remarks(fixture("html/headings.html"));
    assert_eq!(shape.as_deref(), Some("headings of level 3 that ask"));
    assert_eq!(
        notes,
        [
            "13: a heading of level 4 was skipped: it stands in an answer",
            "18: a heading of level 3 was skipped: it does not end in a question mark",
            "21: a heading of level 3 was skipped: there is no text below it",
        ]
    );
}

#[test]
fn terms_ask_and_definitions_answer() {
    assert_eq!(
        outline("html/definitions.html"),
        [
            "6:8 open | Wanneer is de leeszaal open? | ",
            "8:3 mag-ik-koffie-meenemen | Mag ik koffie meenemen? | ",
            "10:3 pinnen | Pinnen | ",
        ]
    );
    assert_eq!(
        answers("html/definitions.html"),
        [
            "Van 9 tot 18 uur.\nOp vrijdag tot 21 uur.",
            "Ja, in een dichte beker.\n\nThee?\nOok.",
            "Kan aan de balie.",
        ]
    );
    let sources = [fixture("html/definitions.html")];
    let faq = faq::parse(&sources, None).unwrap();
    assert_eq!(faq.entries[0].alternates, ["Tot hoe laat kan ik blijven?"]);
    assert_eq!(faq.documents[0].language.as_deref(), Some("nl"));
    let (shape, notes) = remarks(fixture("html/definitions.html"));
    assert_eq!(shape.as_deref(), Some("<dt> with <dd>"));
    assert_eq!(
        notes,
        [
            "4: a list of definitions was skipped: none of its terms ends in a question mark",
            "12: a term was skipped: it has no definition",
        ]
    );
}

#[test]
fn microdata_names_questions_and_answers() {
    assert_eq!(
        outline("html/microdata.html"),
        [
            "5:1 swim | Must I be able to swim | ",
            "12:1 are-there-boats-for-children | Are there boats for children? | ",
        ]
    );
    assert_eq!(
        answers("html/microdata.html"),
        ["Yes, *fifty* metres.\nIn clothes.", "Four small ones."]
    );
    let sources = [fixture("html/microdata.html")];
    let faq = faq::parse(&sources, None).unwrap();
    assert_eq!(faq.documents[0].title.as_deref(), Some("Paddle club"));
}

#[test]
fn json_ld_comes_before_what_is_shown() {
    assert_eq!(
        pairs(&fixture("html/json-ld.html")),
        [
            (
                "How long is the waiting list?".to_owned(),
                "About **two years**.\n\n- Half plots go faster\n- Corner plots do not".to_owned()
            ),
            (
                "May I keep hens?".to_owned(),
                "Up to six, but no cockerels. [Read the hen rules](https://fernley.example/hens) & ask a neighbour."
                    .to_owned()
            ),
        ]
    );
    let sources = [fixture("html/json-ld.html")];
    let faq = faq::parse(&sources, None).unwrap();
    let document = &faq.documents[0];
    assert_eq!(document.language.as_deref(), Some("en-GB"));
    assert_eq!(
        document.title.as_deref(),
        Some("Allotment rules - Fernley Gardens")
    );
    assert_eq!(faq.entries[0].place.position.line, 13);
    let (shape, _) = remarks(fixture("html/json-ld.html"));
    assert_eq!(shape.as_deref(), Some("JSON-LD in a <script>"));
}

#[test]
fn the_six_questions_are_those_of_the_native_file() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/faq.json");
    let native = Source::new("faq.json", std::fs::read_to_string(path).unwrap());
    assert_eq!(pairs(&fixture("html/six.html")), pairs(&native));
}

#[test]
fn main_comes_before_what_is_around_it() {
    for (page, expected) in [
        (
            "<html><details><summary>Ads?</summary>Yes</details><main><h2>Why?</h2>So.</main>",
            "Why?",
        ),
        ("<html><main>Nothing</main><h2>Why?</h2><p>So.", "Why?"),
        (
            "<html><details><summary>Code</summary>x</details><h2>Why?</h2><p>So.",
            "Why?",
        ),
        (
            "<html><details><summary>Shipping</summary>x</details>",
            "Shipping",
        ),
        (
            "<html><article><header><h2>Why?</h2></header>So.</article>",
            "Why?",
        ),
        (
            "<html><h2><button>Why?</button></h2><div hidden>So.</div>",
            "Why?",
        ),
    ] {
        let found = pairs(&Source::new("a.html", page));
        let questions: Vec<&str> = found
            .iter()
            .map(|(question, _)| question.as_str())
            .collect();
        assert_eq!(questions, [expected], "{page}");
    }
}

#[test]
fn a_page_without_questions_is_refused() {
    let expected = "a.html:1:1: no question was found in this HTML; questions are <summary> in <details>, \
        or a FAQPage in <script type=\"application/ld+json\">; or say which format it has with --format FORMAT";
    for page in [
        "<html><h1>Why?</h1><p>x<h2>About</h2>y<dl><dt>a<dd>b</dl>",
        "<html><nav><details><summary>Why?</summary>So</details></nav>",
        "<html><!-- <details><summary>Why?</summary>So</details> -->",
        "<html><script>'<details><summary>Why?</summary>So</details>'</script>",
        "<html><details>no summary</details><h2>Why?</h2>",
        "<p",
    ] {
        assert_eq!(refusal("a.html", page), expected, "{page}");
    }
    let other = "<html><script type=application/ld+json>{\"@type\":\"Person\"}</script>";
    assert_eq!(refusal("a.html", other), expected);
}

#[test]
fn broken_json_in_a_script_is_refused_where_it_breaks() {
    let page =
        "<html>\n<script type=\"application/ld+json\">\n{\"@type\": \"FAQPage\",}\n</script>";
    let refusal = refusal("a.html", page);
    assert!(refusal.starts_with("a.html:3:"), "{refusal}");
    assert!(refusal.contains("mend the JSON there"), "{refusal}");
}

#[test]
fn a_million_tags_within_one_another_are_read_flat() {
    const MANY: usize = 1_000_000;
    for (tag, times) in [
        ("<div>", MANY),
        ("<details>", MANY / 10),
        ("<details><summary>", MANY / 10),
        ("<h2>", MANY / 10),
        ("<dl><dt>", MANY / 10),
        ("<section>", MANY / 10),
    ] {
        let page = format!("<html>{}", tag.repeat(times));
        assert!(
            faq::parse(&[Source::new("a.html", page)], None).is_err(),
            "{tag}"
        );
    }
}

#[test]
fn ids_are_those_that_links_use() {
    for (page, expected) in [
        ("<h2 id=a>Why?</h2>So.", "a"),
        ("<h2><a name=b></a>Why?</h2>So.", "b"),
        ("<h2><span id=c>Why?</span></h2>So.", "c"),
        (
            "<section id=d><h2>Why?<a href=#d>¶</a></h2>So.</section>",
            "d",
        ),
        (
            "<section id=d><h2>Why?</h2>So.<h2>Else</h2>No.</section>",
            "why",
        ),
        (
            "<details id=e><summary id=f>Why?</summary>So.</details>",
            "e",
        ),
        (
            "<details><summary><h3 id=g>Why?</h3></summary>So.</details>",
            "g",
        ),
        ("<dl><dt><a id=h></a>Why?<dd>So.</dl>", "h"),
    ] {
        let sources = [Source::new("a.html", format!("<html>{page}"))];
        let faq = faq::parse(&sources, None).unwrap();
        assert_eq!(faq.entries.len(), 1, "{page}");
        assert_eq!(faq.entries[0].id, expected, "{page}");
        assert_eq!(faq.entries[0].question, "Why?", "{page}");
    }
}

/// The page that is written for some native documents.
fn page(native: &str) -> String {
    let sources = [Source::new("native.json", native)];
    written(
        &faq::parse(&sources, Some(Format::Json)).unwrap(),
        Format::Html,
    )
}

#[test]
fn a_page_shows_questions_answers_and_where_to_go_on() {
    let page = page(
        r#"{"title":"A & B","language":"ar","faqs":[
        {"id":"a b","question":"<Why>?","answer":"So:\n- **one**","tags":["x<y"],"related":["b","none"],
         "source":"https://example.com/?a=1&b=2"},
        {"id":"b","question":"How?","answer":"<script>alert(1)</script>","source":"javascript:alert(1)"}]}"#,
    );
    for part in [
        "<html lang=\"ar\" dir=\"rtl\">",
        "<title>A &amp; B</title>",
        "<h1>A &amp; B</h1>",
        "default-src 'none'",
        "<script type=\"application/ld+json\">",
        "<summary><h2 dir=\"auto\">&lt;Why&gt;?</h2></summary>\n<div id=\"a%20b\">",
        "<p>So:</p>\n<ul style=\"margin-top:0\">\n<li><strong>one</strong></li>",
        "<li><a href=\"#b\">How?</a></li>\n</ul>",
        "<span class=\"tag\">x&lt;y</span>",
        "<a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noreferrer\">example.com/?a=1&amp;b=2</a>",
        "<a class=\"anchor\" href=\"#a%2520b\">#a b</a>",
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<span>javascript:alert(1)</span>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(!page.contains("<nav"));
}

#[test]
fn tags_in_order_become_sections_with_contents() {
    let entry = |number: usize| {
        let tag = if number < 6 { "Paying" } else { "Sending" };
        format!(r#"{{"question":"Q{number}?","answer":"A","tags":["{tag}"]}}"#)
    };
    let faqs: Vec<String> = (0..12).map(entry).collect();
    let page = page(&format!("[{}]", faqs.join(",")));
    assert!(
        page.contains("<li><a href=\"#section-2\">Sending</a></li>"),
        "{page}"
    );
    assert!(
        page.contains("<section>\n<h2 id=\"section-2\">Sending</h2>\n<details>"),
        "{page}"
    );
    assert_eq!(
        page.matches("<section>").count(),
        page.matches("</section>").count()
    );
    assert!(
        page.contains("<h1>FAQ</h1>") && page.contains("<h3 dir=\"auto\">Q7?"),
        "{page}"
    );
}

#[test]
fn places_are_those_of_the_page() {
    let page = "<html>\r\n<p>é</p>\r\n<details>\r\n <summary>  Wé&amp;hy?</summary> So.</details>";
    let sources = [Source::new("a.html", page)];
    let inspection = inspect(&sources, None);
    let offsets = &inspection.offsets[0];
    assert_eq!(&page[offsets.question..offsets.question + 3], "Wé");
    assert_eq!(&page[offsets.answer.unwrap()..][..3], "So.");
    assert_eq!(&page[offsets.entry..][..9], "<details>");
    let expected = Position { line: 3, column: 1 };
    assert_eq!(inspection.faq.entries[0].place.position, expected);
}

/// Anything that means something in a page.
fn tags() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "<details>",
            "</details>",
            "<summary>",
            "</summary>",
            "<h2>",
            "</h2>",
            "<h3>",
            "</h3>",
            "Why?",
            "So.",
            "<dl>",
            "</dl>",
            "<dt>",
            "<dd>",
            "<main>",
            "</main>",
            "<nav>",
            "</nav>",
            "<ul><li>",
            "</li>",
            "</ul>",
            "<p>",
            "<pre>",
            "</pre>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<a href='#x'>",
            "</a>",
            "<b>",
            "</b>",
            "<section>",
            "</section>",
            "<a id=y>",
            "<svg>",
            "<title>",
            "\r\n",
            "<!--",
            "-->",
            "<br>",
            "<div itemscope itemtype='https://schema.org/Question'>",
            "<i itemprop=name>",
            "<p itemprop=text>",
            "<div itemprop=acceptedAnswer>",
            "</div>",
            "</i>",
            "<code>",
            "</code>",
            "<template>",
        ])
        .prop_map(str::to_owned),
        any_text(),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn what_json_ld_holds_comes_back_from_a_page(native in native(line(), any_text())) {
        round_trips(Format::Html, &native)?;
    }

    #[test]
    fn no_page_is_too_odd(page in tags()) {
        let sources = [Source::new("a.html", page)];
        let inspection = inspect(&sources, None);
        let read = faq::parse(&sources, None);
        // Both read the same, but that a strict reading ends at the first fault.
        if let (Ok(read), true) = (read, inspection.faults.is_empty()) {
            let questions = |faq: &Faq<'_>| -> Vec<String> {
                faq.entries.iter().map(|it| it.question.to_string()).collect()
            };
            prop_assert_eq!(questions(&read), questions(&inspection.faq));
        }
    }
}
