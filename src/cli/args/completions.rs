//! What may be typed after `faq completions`, and what its scripts type.

use clap::ValueEnum;

use super::unused;

/// What `-h` shows: three examples.
const EXAMPLES: &str = "\
Examples:
  source <(faq completions bash)       in ~/.bashrc
  source <(faq completions zsh)        in ~/.zshrc, after compinit
  faq completions fish | source        in ~/.config/fish/config.fish";

/// What `--help` shows: all there is to know.
const MORE: &str = "\
Examples:
  source <(faq completions bash)                                in ~/.bashrc
  source <(faq completions zsh)                                 in ~/.zshrc, after compinit
  faq completions fish | source                                 in ~/.config/fish/config.fish
  faq completions powershell | Out-String | Invoke-Expression   in $PROFILE

For everybody on a machine, the scripts stand where shells look for them:
  faq completions bash > /usr/share/bash-completion/completions/faq
  faq completions zsh > /usr/share/zsh/site-functions/_faq
  faq completions fish > /usr/share/fish/vendor_completions.d/faq.fish

Commands, options, formats, files, and the ids and tags of the FAQ that the line would use are
completed. The program itself is asked what fits, so that the scripts need no renewal.

Exit codes:
  0  printed
  2  wrong usage, or standard output cannot be written to";

#[derive(Debug, clap::Args)]
#[command(
    after_help = EXAMPLES,
    after_long_help = MORE,
    mut_args = unused::hide
)]
pub(in crate::cli) struct Completions {
    /// The shell to complete in
    pub(in crate::cli) shell: Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

#[derive(Debug, clap::Args)]
#[command(mut_args = unused::hide, disable_help_flag = true)]
pub(in crate::cli) struct Complete {
    /// The shell that asks
    pub(in crate::cli) shell: Shell,

    /// The words after the program's name, up to the one to complete; from bash, the line and what it would replace
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(in crate::cli) words: Vec<String>,
}
