//! Signals: what is being written is written to its end, and a terminal is given back as it was found.

#[cfg(all(unix, feature = "terminal"))]
pub(super) use unix::{borrow_terminal, unbroken};

/// Elsewhere there are no signals to hold back; without the feature `terminal`, nobody does.
#[cfg(not(all(unix, feature = "terminal")))]
pub(super) fn unbroken<T>(work: impl FnOnce() -> T) -> T {
    work()
}

/// Elsewhere the system itself gives it back.
#[cfg(not(all(unix, feature = "terminal")))]
pub(super) struct Borrowed;

#[cfg(not(all(unix, feature = "terminal")))]
impl Borrowed {
    #[allow(clippy::unused_self, reason = "as where there is something to do")]
    pub(super) fn set_edited(&mut self, _: bool) {}
}

#[cfg(not(all(unix, feature = "terminal")))]
pub(super) fn borrow_terminal() -> Borrowed {
    Borrowed
}

#[cfg(all(unix, feature = "terminal"))]
mod unix {
    use std::fs::OpenOptions;
    use std::io::{self, Write};
    use std::panic;
    use std::sync::{Arc, Mutex};
    use std::thread;

    use nix::sys::signal::{SigSet, SigmaskHow, Signal, raise};
    use nix::sys::termios::{SetArg, Termios, tcgetattr, tcsetattr};
    use nix::unistd::{getpgrp, tcgetpgrp};

    /// What ends a program unless it minds, and leaves it the time to do so.
    const DEADLY: [Signal; 9] = [
        Signal::SIGTERM,
        Signal::SIGHUP,
        Signal::SIGQUIT,
        Signal::SIGALRM,
        Signal::SIGUSR1,
        Signal::SIGUSR2,
        Signal::SIGVTALRM,
        Signal::SIGPROF,
        Signal::SIGXCPU,
    ];

    /// Ends what line editing began: bracketed paste, and output that is shown as a whole.
    const END_OF_EDITING: &[u8] = b"\x1b[?2004l\x1b[?2026l";

    /// Does something that Ctrl-C does not cut short: it takes effect right after.
    pub(in crate::cli) fn unbroken<T>(work: impl FnOnce() -> T) -> T {
        let interrupt = SigSet::from(Signal::SIGINT);
        let before = interrupt.thread_swap_mask(SigmaskHow::SIG_BLOCK);
        let result = work();
        if let Ok(before) = before {
            // It was a mask a moment ago.
            let _ = before.thread_set_mask();
        }
        result
    }

    /// A terminal that is given back as it was found, at the latest when this goes.
    pub(in crate::cli) struct Borrowed {
        found: Option<Arc<Mutex<Termios>>>,
        /// Whether lines are edited at it.
        is_edited: bool,
    }

    impl Borrowed {
        /// Says whether lines are edited at it.
        pub(in crate::cli) fn set_edited(&mut self, is_edited: bool) {
            self.is_edited = is_edited;
        }
    }

    impl Drop for Borrowed {
        /// The editor does so after each line, and does not tell where that failed.
        fn drop(&mut self) {
            let settings = self.found.as_ref().is_some_and(|found| give_back(found));
            if self.is_edited && !settings {
                end_editing();
            }
        }
    }

    /// Notes how the terminal is, and sees to it that it is so again when a signal or a panic ends the program.
    ///
    /// While a line is edited the terminal hands over each key as it comes; left so, a shell would be hard to use.
    /// Nothing can be done about SIGKILL.
    pub(in crate::cli) fn borrow_terminal() -> Borrowed {
        let found = tcgetattr(io::stdin()).ok();
        let found = found.map(|found| Arc::new(Mutex::new(found)));
        if let Some(found) = &found {
            on_signal(Arc::clone(found));
            on_panic(Arc::clone(found));
        }
        Borrowed {
            found,
            is_edited: false,
        }
    }

    /// Waits for deadly signals on a thread of its own: what a signal handler may do is little.
    fn on_signal(found: Arc<Mutex<Termios>>) {
        let deadly: SigSet = DEADLY.into_iter().collect();
        // The thread inherits that all are blocked, so that no other signal goes to it.
        let Ok(mut before) = SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK) else {
            return;
        };
        let watch = move || {
            while let Ok(signal) = deadly.wait() {
                give_back(&found);
                // The program ends here as if nobody had waited, unless it was told to ignore the signal.
                let _ = deadly.thread_unblock();
                let _ = raise(signal);
                let _ = deadly.thread_block();
            }
        };
        // Without such a thread the signals do what they always do.
        if thread::Builder::new().spawn(watch).is_ok() {
            before.extend(DEADLY);
        }
        let _ = before.thread_set_mask();
    }

    /// A panic ends the program without unwinding, and so without giving anything back.
    fn on_panic(found: Arc<Mutex<Termios>>) {
        let report = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back(&found);
            report(info);
        }));
    }

    /// Sets the terminal as it was found, and ends editing; whether there was need to.
    fn give_back(found: &Mutex<Termios>) -> bool {
        let Ok(found) = found.lock() else {
            return false;
        };
        let stdin = io::stdin();
        // To a program in the background the terminal does not belong.
        if tcgetpgrp(&stdin) != Ok(getpgrp()) {
            return false;
        }
        let edits = tcgetattr(&stdin).is_ok_and(|now| now.local_flags != found.local_flags);
        if edits {
            let _ = tcsetattr(&stdin, SetArg::TCSANOW, &found);
            end_editing();
        }
        edits
    }

    fn end_editing() {
        let terminal = OpenOptions::new().write(true).open("/dev/tty");
        let _ = terminal.and_then(|mut terminal| terminal.write_all(END_OF_EDITING));
    }
}
