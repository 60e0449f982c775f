//! What Ctrl-C does not cut short, as Unix has it.

use std::sync::Mutex;

use nix::sys::signal::{SigSet, SigmaskHow, Signal};

/// Held while something is written that Ctrl-C does not cut short.
pub(super) static UNBROKEN: Mutex<()> = Mutex::new(());

/// Does something that Ctrl-C does not cut short: it takes effect right after.
pub(in crate::cli) fn unbroken<T>(work: impl FnOnce() -> T) -> T {
    // Where a thread waits for signals, it waits for this first; elsewhere this thread puts them off.
    let _held = UNBROKEN.lock();
    let interrupt = SigSet::from(Signal::SIGINT);
    let before = interrupt.thread_swap_mask(SigmaskHow::SIG_BLOCK);
    let result = work();
    if let Ok(before) = before {
        // It was a mask a moment ago.
        let _ = before.thread_set_mask();
    }
    result
}
