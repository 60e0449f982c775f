//! What has to be known before the program is compiled.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo so")]

#[allow(
    dead_code,
    reason = "what takes a run apart serves the program as well"
)]
#[path = "../src/text/cjk.rs"]
mod cjk;
mod lexicon;
mod link;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=build");
    link::print_options()?;
    lexicon::write_tables()
}
