//! What somebody at a terminal sees while a big FAQ is made ready.

use crate::cli::load;
use crate::cli::output::progress::Progress;
use crate::cli::settings::Settings;

/// Below so many bytes nothing takes long enough to be shown, and nobody waits for a thread to be started for it.
const WORTH_WATCHING: u64 = 1 << 20;

/// The FAQ is read, or its words are.
pub(super) fn reading(settings: &Settings) -> Progress {
    let what = format!("Reading {}", load::name(&settings.origin));
    Progress::spinner(&what, is_shown(settings))
}

/// An index of so many entries is made.
pub(super) fn indexing(settings: &Settings, entries: usize) -> Progress {
    let what = format!("Indexing {}, once", load::name(&settings.origin));
    Progress::bar(&what, entries, is_shown(settings))
}

/// Whoever types a FAQ is not to be drawn over.
fn is_shown(settings: &Settings) -> bool {
    let is_large = || load::size(&settings.origin).is_some_and(|size| size >= WORTH_WATCHING);
    settings.progress && !settings.reads_standard_input() && is_large()
}
