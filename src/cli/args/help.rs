//! What may be typed after `faq help`, and what it tells beside the help of commands.

use clap::builder::PossibleValuesParser;

use super::built::{commands, told};
use super::unused;

/// What is told about a FAQ's file by `faq help format`.
pub(in crate::cli) const FORMAT: &str = include_str!("format.txt");

/// The name of that.
pub(in crate::cli) const FORMAT_TOPIC: &str = "format";

const EXAMPLES: &str = "\
Examples:
  faq help          the same as faq --help
  faq help ask      the same as faq ask --help
  faq help format   what a FAQ may hold, and in which formats";

#[derive(Debug, clap::Args)]
#[command(after_help = told(EXAMPLES), mut_args = unused::hide)]
pub(in crate::cli) struct Help {
    /// A command, or format
    #[arg(value_parser = topics())]
    pub(in crate::cli) topic: Option<String>,
}

/// The commands that there are pages of.
pub(super) fn pages() -> PossibleValuesParser {
    PossibleValuesParser::new(commands())
}

fn topics() -> PossibleValuesParser {
    PossibleValuesParser::new(commands().chain([FORMAT_TOPIC]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Args;

    #[test]
    fn every_command_has_help_in_its_order() {
        let description = Args::description();
        let shown = description
            .get_subcommands()
            .filter(|command| !command.is_hide_set());
        let names: Vec<&str> = shown.map(clap::Command::get_name).collect();
        assert_eq!(names, commands().collect::<Vec<_>>());
    }
}
