//! `faq help`: all about a command, or what a FAQ may hold.

use crate::cli::args::{Args, FORMAT, FORMAT_TOPIC, Help, told};
use crate::cli::error::Error;
use crate::cli::exit::Exit;
use crate::cli::output::sanitize::Clean;

pub(in crate::cli) fn run(args: &Help) -> Result<Exit, Error> {
    let mut description = Args::description();
    let text = match args.topic.as_deref() {
        Some(FORMAT_TOPIC) => told(FORMAT),
        None => description.render_long_help().to_string(),
        Some(topic) => description
            .find_subcommand_mut(topic)
            .map(|command| command.render_long_help().to_string())
            .unwrap_or_default(),
    };
    super::print(&Clean::text(&text))?;
    Ok(Exit::Answered)
}
