//! What may be typed after `faq show`.

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Show {
    /// Ids as `faq list --ids` prints them
    #[arg(required = true, value_name = "ID")]
    pub(in crate::cli) ids: Vec<String>,

    /// Print JSON, one object per entry
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
