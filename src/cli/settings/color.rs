//! Whether output is coloured.

use std::ffi::OsString;

use super::not_empty;
use crate::cli::args::Color;

/// In the order of what people expect to win: the option, `NO_COLOR`, `CLICOLOR_FORCE`, `TERM`, `CLICOLOR`, the terminal.
pub(super) fn use_color(
    asked: Color,
    variable: impl Fn(&str) -> Option<OsString>,
    terminal: bool,
) -> bool {
    let is = |name: &str, value: &str| variable(name).is_some_and(|found| found == value);
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if not_empty(variable("NO_COLOR")).is_some() => false,
        Color::Auto if not_empty(variable("CLICOLOR_FORCE")).is_some_and(|value| value != "0") => {
            true
        }
        Color::Auto if is("TERM", "dumb") || is("CLICOLOR", "0") => false,
        Color::Auto => terminal,
    }
}

#[cfg(test)]
mod tests {
    use super::super::variable;
    use super::*;

    #[test]
    fn colour_follows_option_variables_and_terminal() {
        for (asked, variables, terminal, expected) in [
            (Color::Auto, &[][..], true, true),
            (Color::Auto, &[], false, false),
            (Color::Always, &[("NO_COLOR", "1")], false, true),
            (Color::Never, &[("CLICOLOR_FORCE", "1")], true, false),
            (
                Color::Auto,
                &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")],
                true,
                false,
            ),
            (Color::Auto, &[("NO_COLOR", "")], true, true),
            (
                Color::Auto,
                &[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")],
                false,
                true,
            ),
            (Color::Auto, &[("CLICOLOR_FORCE", "0")], false, false),
            (Color::Auto, &[("TERM", "dumb")], true, false),
            (Color::Auto, &[("CLICOLOR", "0")], true, false),
            (Color::Auto, &[("CLICOLOR", "1")], true, true),
        ] {
            assert_eq!(
                use_color(asked, variable(variables), terminal),
                expected,
                "{asked:?} {variables:?} {terminal}"
            );
        }
    }
}
