//! How far long work has come, on standard error.

#[cfg(feature = "progress")]
mod line;
#[cfg(not(feature = "progress"))]
#[path = "none.rs"]
mod line;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use super::sanitize::Clean;

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
                .spawn(move || line::draw(&what, steps, &done, &ended))
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
