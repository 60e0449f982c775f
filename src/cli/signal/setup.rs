//! The moments in which the editor sets a terminal up: given back in one of them, it would be set up after that.

use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

/// How long an editor is waited for. It needs far less, unless nobody reads what it writes.
const PATIENCE: Duration = Duration::from_millis(500);

/// Whether a terminal is being set up.
#[derive(Debug, Default)]
pub(in crate::cli) struct Setup {
    is_underway: Mutex<bool>,
    over: Condvar,
}

impl Setup {
    /// It begins, unless somebody has the terminal stay as it is.
    pub(in crate::cli) fn begin(&self) {
        self.set(true);
    }

    /// It is over, or never came to be.
    pub(in crate::cli) fn end(&self) {
        self.set(false);
    }

    fn set(&self, is_underway: bool) {
        if let Ok(mut now) = self.is_underway.lock() {
            *now = is_underway;
            self.over.notify_all();
        }
    }

    /// Waits, up to half a second, until it is over. None begins as long as the guard is held.
    #[cfg(unix)]
    pub(super) fn wait(&self) -> Option<MutexGuard<'_, bool>> {
        let now = self.is_underway.lock().ok()?;
        let (now, _) = self
            .over
            .wait_timeout_while(now, PATIENCE, |is_underway| *is_underway)
            .ok()?;
        Some(now)
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn one_that_is_underway_is_waited_for() {
        let setup = Setup::default();
        setup.begin();
        thread::scope(|scope| {
            let waiting = scope.spawn(|| setup.wait().is_some_and(|is_underway| !*is_underway));
            setup.end();
            assert!(waiting.join().unwrap());
        });
    }

    #[test]
    fn one_that_does_not_end_is_not_waited_for_without_end() {
        let setup = Setup::default();
        setup.begin();
        assert!(setup.wait().is_some_and(|is_underway| *is_underway));
    }

    #[test]
    fn none_begins_while_the_guard_is_held() {
        let setup = Setup::default();
        thread::scope(|scope| {
            let guard = setup.wait().unwrap();
            scope.spawn(|| setup.begin());
            thread::sleep(Duration::from_millis(20));
            assert!(!*guard);
        });
        assert!(*setup.is_underway.lock().unwrap());
    }
}
