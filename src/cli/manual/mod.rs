//! The manual: a page for the program and one for each command, from the same texts as their help.

mod section;

use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::args::{FORMAT, told};

/// A page in the form that `man` reads.
pub(super) struct Page {
    /// What `man` calls it: `faq`, `faq-ask`.
    pub(super) name: String,
    pub(super) text: String,
}

/// All pages. The description must have been built.
pub(super) fn pages(description: &Command) -> Vec<Page> {
    let commands = description
        .get_subcommands()
        .filter(|command| !command.is_hide_set());
    let mut pages = vec![page(description, true)];
    pages.extend(commands.map(|command| page(command, false)));
    pages
}

fn page(command: &Command, is_whole: bool) -> Page {
    let name = command.get_display_name().unwrap_or("faq").to_owned();
    let version = concat!("faq ", env!("CARGO_PKG_VERSION"));
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").to_owned();
    let described = command.clone().mut_args(in_a_line).override_usage(usage);
    let man = Man::new(described)
        .title(name.to_uppercase())
        // An argument that is empty has to be quoted.
        .date("\"\"")
        .source(version)
        .manual("User Commands");
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    let _ = man.render_title(&mut text);
    let _ = man.render_name_section(&mut text);
    let _ = man.render_synopsis_section(&mut text);
    let _ = man.render_description_section(&mut text);
    let _ = man.render_options_section(&mut text);
    if is_whole {
        let _ = man.render_subcommands_section(&mut text);
    }
    let mut rest = Roff::new();
    let more = command.get_after_long_help().or(command.get_after_help());
    if let Some(more) = more {
        section::add(&mut rest, &more.to_string());
    }
    if is_whole {
        section::add(&mut rest, &told(FORMAT));
    }
    if !is_whole {
        rest.control("SH", ["SEE ALSO"]);
        rest.text([roman("faq(1)")]);
    }
    let _ = rest.to_writer(&mut text);
    Page {
        name,
        text: String::from_utf8_lossy(&text).into_owned(),
    }
}

/// An argument with its values in a line after its description: a list would be longer than all else.
fn in_a_line(argument: Arg) -> Arg {
    let values: Vec<String> = argument
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    let argument = argument.hide_short_help(false);
    // An option that takes no value has the values that a switch has.
    if values.is_empty() || !argument.get_action().takes_values() {
        return argument;
    }
    let told = argument.get_long_help().or(argument.get_help());
    let told = told.map(ToString::to_string).unwrap_or_default();
    let values = values.join(", ");
    argument
        .hide_possible_values(true)
        .long_help(format!("{told}: one of {values}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Args, commands};

    #[test]
    fn every_command_has_a_page_with_its_examples() {
        let pages = pages(&Args::description());
        assert_eq!(pages.len(), commands().count() + 1);
        for (page, command) in pages[1..].iter().zip(commands()) {
            assert_eq!(page.name, format!("faq-{command}"));
            assert!(page.text.contains(".SH EXAMPLES"), "{command}");
            assert!(page.text.contains(&format!("faq {command}")), "{command}");
            // The options of commands that use no FAQ are not shown.
            let uses_faq = page.text.contains("builtin");
            assert_eq!(
                uses_faq,
                !["init", "cache", "completions", "man", "help"].contains(&command),
                "{command}"
            );
        }
        assert!(
            pages[0].text.contains(".SH \"EXIT STATUS\""),
            "{}",
            pages[0].text
        );
    }
}
