//! How far long work has come, on standard error. The only door to `indicatif`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::sanitize::Clean;

/// Work that takes no longer than this shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line is drawn.
const INTERVAL: Duration = Duration::from_millis(100);

/// Work under way; its line is gone when this is.
///
/// The work itself only leaves a number: looking at the clock and drawing is done on the side.
pub(crate) struct Progress {
    done: Arc<AtomicUsize>,
    drawing: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Work of which nobody knows how much it is.
    pub(crate) fn spinner(what: &str, shown: bool) -> Self {
        Self::new(what, None, shown)
    }

    /// Work of so many steps.
    pub(crate) fn bar(what: &str, steps: usize, shown: bool) -> Self {
        Self::new(what, Some(steps), shown)
    }

    /// Says how many steps are done.
    pub(crate) fn at(&self, steps: usize) {
        self.done.store(steps, Ordering::Relaxed);
    }

    fn new(what: &str, steps: Option<usize>, shown: bool) -> Self {
        let done = Arc::new(AtomicUsize::new(0));
        let drawing = if shown {
            let (end, ended) = mpsc::channel();
            let what = Clean::line(what);
            let done = Arc::clone(&done);
            // Without a thread there is no line; the work goes on.
            thread::Builder::new()
                .spawn(move || draw(&what, steps, &done, &ended))
                .ok()
                .map(|thread| (end, thread))
        } else {
            None
        };
        Self { done, drawing }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.drawing.take() {
            drop(end);
            // Whatever is printed next comes after the line is gone.
            let _ = thread.join();
        }
    }
}

fn draw(what: &Clean, steps: Option<usize>, done: &AtomicUsize, ended: &Receiver<()>) {
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
