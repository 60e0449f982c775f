//! Tells what a FAQ makes of each word of a question, and what speaks for each match.
//!
//!     cargo run --example explain -- faq.json whats the usa doing in theese talks

use std::io::{self, Write};
use std::{env, error};

use faq::explain::Fate;
use faq::{Engine, Options};

fn main() -> Result<(), Box<dyn error::Error>> {
    let mut words = env::args().skip(1);
    let path = words.next().ok_or("name a FAQ, then ask")?;
    let question = words.collect::<Vec<_>>().join(" ");

    let mut out = io::stdout().lock();
    let sources = faq::load([path])?;
    let faq = faq::parse(&sources, None)?;
    let options = Options {
        top: 3,
        ..Options::default()
    };
    let (reply, explanation) = Engine::new(&faq).explain(&question, &options);

    writeln!(out, "{:?}: {:?}\n", reply.status, reply.reason)?;
    for word in &explanation.words {
        let fate = match &word.fate {
            Fate::Met(meeting) => format!("met \"{}\": {:?}", meeting.stored, meeting.relation),
            Fate::Elsewhere => "is in other entries".into(),
            Fate::Unknown => "is not known to the FAQ".into(),
        };
        writeln!(out, "{:>5.2}  {}  {fate}", word.weight, word.text)?;
    }
    for candidate in &explanation.candidates {
        let entry = &faq.entries[candidate.entry];
        writeln!(out, "\n{} ({})", entry.question, entry.id)?;
        writeln!(
            out,
            "  is right with a probability of {:.2}",
            candidate.confidence
        )?;
        writeln!(out, "  has {:.2} of the question", candidate.asked_found)?;
        writeln!(
            out,
            "  the question has {:.2} of it",
            candidate.stored_found
        )?;
    }
    Ok(())
}
