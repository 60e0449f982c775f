//! Nothing is drawn, in a build without the feature `progress`.

use std::sync::atomic::AtomicUsize;
use std::sync::mpsc::Receiver;

use crate::cli::output::sanitize::Clean;

pub(super) fn draw(_: &Clean, _: Option<usize>, _: &AtomicUsize, _: &Receiver<()>) {}
