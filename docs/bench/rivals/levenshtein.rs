//! The loop that comes to mind first: the stored question with the smallest edit distance.
//!
//!     levenshtein FAQ.json QUESTION

use serde::Deserialize;
use std::borrow::Cow;

#[derive(Deserialize)]
struct Faq<'t> {
    #[serde(borrow)]
    faqs: Vec<Entry<'t>>,
}

#[derive(Deserialize)]
struct Entry<'t> {
    #[serde(borrow)]
    question: Cow<'t, str>,
    #[serde(borrow, default)]
    alternates: Vec<Cow<'t, str>>,
    #[serde(borrow)]
    answer: Cow<'t, str>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[1]).unwrap();
    let faq: Faq = serde_json::from_str(&text).unwrap();
    let distance = |text: &str| strsim::levenshtein(&arguments[2], text);
    let nearest = faq.faqs.iter().min_by_key(|entry| {
        let alternates = entry.alternates.iter().map(|text| distance(text));
        alternates.fold(distance(&entry.question), usize::min)
    });
    if let Some(entry) = nearest {
        println!("{}\n\n{}", entry.question, entry.answer);
    }
}
