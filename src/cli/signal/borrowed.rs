//! A terminal that lines are edited at: a signal does not leave it as the editor has it.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use nix::sys::signal::{SigSet, SigmaskHow, Signal, raise};
use nix::sys::termios::{SetArg, Termios, tcgetattr, tcsetattr};
use nix::unistd::{getpgrp, tcgetpgrp};

use super::setup::Setup;
use super::unix::UNBROKEN;
use crate::cli::exit::Exit;

/// What ends a program unless it minds, and leaves it the time to do so.
const DEADLY: [Signal; 10] = [
    Signal::SIGINT,
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

/// A terminal that is given back as it was found, at the latest when this goes.
pub(in crate::cli) struct Borrowed(Arc<Terminal>);

impl Borrowed {
    /// Where the editor says when it sets the terminal up.
    pub(in crate::cli) fn setup(&self) -> Arc<Setup> {
        Arc::clone(&self.0.setup)
    }

    /// Says whether lines are edited at it.
    pub(in crate::cli) fn set_edited(&mut self, is_edited: bool) {
        self.0.is_edited.store(is_edited, Ordering::Relaxed);
    }
}

impl Drop for Borrowed {
    /// The editor does so after each line, and does not tell where that failed.
    fn drop(&mut self) {
        self.0.give_back();
    }
}

struct Terminal {
    /// As it was before, where it told; locked by whoever sets it so.
    found: Mutex<Option<Termios>>,
    /// Whether lines are edited at it.
    is_edited: AtomicBool,
    setup: Arc<Setup>,
}

impl Terminal {
    /// Sets it as it was found, and ends editing.
    fn give_back(&self) {
        let Ok(found) = self.found.lock() else {
            return;
        };
        let stdin = io::stdin();
        // To a program in the background the terminal does not belong.
        if tcgetpgrp(&stdin).is_ok_and(|owner| owner != getpgrp()) {
            return;
        }
        if let (Some(found), Ok(now)) = (found.as_ref(), tcgetattr(&stdin))
            && now.local_flags != found.local_flags
        {
            let _ = tcsetattr(&stdin, SetArg::TCSANOW, found);
        }
        // The editor sets the terminal first and writes then: settings tell nothing of what is to be written.
        if self.is_edited.load(Ordering::Relaxed) {
            let terminal = OpenOptions::new().write(true).open("/dev/tty");
            let _ = terminal.and_then(|mut terminal| terminal.write_all(END_OF_EDITING));
        }
    }
}

/// Notes how the terminal is, and sees to it that it is so again when a signal or a panic ends the program.
///
/// While a line is edited the terminal hands over each key as it comes; left so, a shell would be hard to use.
/// Nothing can be done about SIGKILL.
pub(in crate::cli) fn borrow_terminal() -> Borrowed {
    let terminal = Arc::new(Terminal {
        found: Mutex::new(tcgetattr(io::stdin()).ok()),
        is_edited: AtomicBool::new(false),
        setup: Arc::default(),
    });
    on_signal(Arc::clone(&terminal));
    on_panic(Arc::clone(&terminal));
    Borrowed(terminal)
}

/// Waits for deadly signals on a thread of its own: what a signal handler may do is little.
fn on_signal(terminal: Arc<Terminal>) {
    let deadly: SigSet = DEADLY.into_iter().collect();
    // The thread inherits that all are blocked, so that no other signal goes to it.
    let Ok(mut before) = SigSet::all().thread_swap_mask(SigmaskHow::SIG_SETMASK) else {
        return;
    };
    let watch = move || {
        while let Ok(signal) = deadly.wait() {
            // Of these only Ctrl-C waits: to whoever is told to end at once, what is half written is lost.
            let _whole = (signal == Signal::SIGINT).then(|| UNBROKEN.lock());
            // What is given back stays so.
            let _settled = terminal.setup.wait();
            terminal.give_back();
            // The program ends here as if nobody had waited, unless it was told to ignore the signal.
            let _ = deadly.thread_unblock();
            let _ = raise(signal);
            let _ = deadly.thread_block();
            // While a line is edited the editor has a handler for Ctrl-C, which clears the line of a terminal that
            // was not given back yet.
            if signal == Signal::SIGINT && terminal.is_edited.load(Ordering::Relaxed) {
                process::exit(Exit::Interrupted.code().into());
            }
        }
    };
    // Without such a thread the signals do what they always do.
    if thread::Builder::new().spawn(watch).is_ok() {
        before.extend(DEADLY);
    }
    let _ = before.thread_set_mask();
}

/// A panic ends the program without unwinding, and so without giving anything back.
fn on_panic(terminal: Arc<Terminal>) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        terminal.give_back();
        report(info);
    }));
}
