//! Pages whose questions are told by their looks alone: what opens an answer, and bold text.

use faq::Source;

use crate::support::{pairs, refusal};

/// The questions and answers of a page, in one line each.
fn found(body: &str) -> Vec<String> {
    let page =
        format!("<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>");
    let found = pairs(&Source::new("a.html", page));
    found
        .iter()
        .map(|(question, answer)| format!("{question} {answer}"))
        .collect()
}

#[test]
fn what_opens_an_answer_is_a_question_if_it_asks() {
    for body in [
        // Buttons with panels beside them, and text after the last.
        "<div><button>Why?</button><div><p>So.</p></div><button class=x>How?</button><div hidden>Thus.</div></div><p>Else</p>",
        // Each in a part of its own, the button in another.
        "<div class=item><div class=accordion-header><button aria-expanded=false>Why?</button></div><div>So.</div></div>\
         <div class=item><div class=accordion-header><button>How?</button></div><div>Thus.</div></div><p>Else</p>",
        // Classes.
        "<div class=faq><div class=item><div class='faq-question'>Why?</div><div class='faq-answer'>So.</div></div>\
         <div class=item><div class='faq-question'>How?</div><div class='faq-answer'>Thus.</div></div></div><footer>Else</footer>",
        "<ul><li><a role=button aria-controls=a href=#a>Why?</a><div id=a>So.</div></li>\
         <li><a role=button aria-controls=b href=#b>How?</a><div id=b>Thus.</div></li></ul><button>Send</button>",
    ] {
        assert_eq!(found(body), ["Why? So.", "How? Thus."], "{body}");
    }
}

#[test]
fn bold_text_that_begins_a_paragraph_is_a_question_if_it_asks() {
    for body in [
        "<div><p><strong>Why?</strong></p><p>So.</p><p><b>How?</b><br>Thus.</p></div><p>Else</p>",
        "<div><p><b>Why?</b> So.</p><p>  <b>How?</b> Thus.</p></div>",
    ] {
        assert_eq!(found(body), ["Why? So.", "How? Thus."], "{body}");
    }
}

#[test]
fn a_single_one_and_what_has_no_answer_is_no_question() {
    for body in [
        "<p>About us</p><button>Need help?</button><p>Write to us.</p>",
        "<p>Is it <b>really?</b> Yes, and <b>why?</b> So.</p>",
        "<p><b>Why?</b></p><p><b>How?</b></p>",
        "<button>Send</button><p>a</p><button>Close</button><p>b</p>",
    ] {
        let page = format!("<html><body>{body}</body></html>");
        assert!(refusal("a.html", &page).contains("no question"), "{body}");
    }
}

#[test]
fn elements_that_never_end_are_read_in_bounded_time() {
    for piece in [
        "<button>",
        "<div class=question>",
        "<p><b>Why?",
        "</div>",
        "<div><button>Why?</button>x",
    ] {
        let page = format!("<html>{}", piece.repeat(10_000));
        let _ = faq::parse(&[Source::new("a.html", page)], None);
    }
}
