//! The only door to `indicatif`.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::output::sanitize::Clean;

/// Work that takes no longer than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line is drawn.
const INTERVAL: Duration = Duration::from_millis(100);

/// Draws until the other end is gone.
pub(super) fn draw(what: &Clean, steps: Option<usize>, done: &AtomicUsize, ended: &Receiver<()>) {
    let wait = |time| ended.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
    if !wait(PATIENCE) {
        return;
    }
    let bar = line(what, steps);
    loop {
        // Either draws once.
        match steps {
            Some(_) => bar.update(|state| state.set_pos(done.load(Ordering::Relaxed) as u64)),
            None => bar.tick(),
        }
        if !wait(INTERVAL) {
            break;
        }
    }
    bar.finish_and_clear();
}

fn line(what: &Clean, steps: Option<usize>) -> ProgressBar {
    let (bar, template) = match steps {
        Some(steps) => (
            ProgressBar::new(steps as u64),
            "{wide_msg} [{bar:20}] {human_pos}/{human_len}",
        ),
        None => (ProgressBar::new_spinner(), "{spinner} {wide_msg}"),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("=> ").tick_chars("|/-\\ "));
    }
    bar.set_message(what.to_string());
    bar
}
