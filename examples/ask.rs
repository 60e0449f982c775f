//! Asks a FAQ one question.
//!
//!     cargo run --example ask -- faq.json what role does the US play

use std::io::{self, Write};
use std::{env, error};

use faq::{Engine, Options, Status};

fn main() -> Result<(), Box<dyn error::Error>> {
    let mut words = env::args().skip(1);
    let path = words.next().ok_or("name a FAQ, then ask")?;
    let question = words.collect::<Vec<_>>().join(" ");

    let mut out = io::stdout().lock();
    let sources = faq::load([path])?;
    let faq = faq::parse(&sources, None)?;
    let engine = Engine::new(&faq);
    let reply = engine.ask(&question, &Options::default());

    if let Some(entry) = reply.answer(&faq) {
        writeln!(out, "{}\n\n{}", entry.question, entry.answer)?;
        for &related in &reply.related {
            writeln!(out, "\nAsk also: {}", faq.entries[related].question)?;
        }
    } else if reply.status == Status::Ambiguous {
        for found in &reply.matches {
            writeln!(out, "Do you mean: {}", faq.entries[found.entry].question)?;
        }
    } else {
        writeln!(out, "I do not know.")?;
    }
    Ok(())
}
