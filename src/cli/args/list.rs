//! What may be typed after `faq list`.

const EXAMPLES: &str = "\
Examples:
  faq list                     all questions
  faq list --ids korea alli    those that hold korea and a word that begins with alli
  faq ask -- \"$(faq list | fzf)\"

Exit codes: 0 listed, 1 nothing matches, 2 wrong usage or input.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct List {
    /// Only questions whose entry holds these words, best first; the last may be a beginning
    pub(in crate::cli) filter: Vec<String>,

    /// Put the id and a tab before each question
    #[arg(long, conflicts_with = "json")]
    pub(in crate::cli) ids: bool,

    /// Print JSON, one object per entry
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
