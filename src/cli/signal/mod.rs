//! Signals: what is being written is written to its end, and a terminal is given back as it was found.

#[cfg(all(unix, feature = "prompt"))]
mod borrowed;
#[cfg(not(all(unix, feature = "terminal")))]
mod none;
#[cfg(feature = "prompt")]
mod setup;
#[cfg(all(unix, feature = "terminal"))]
mod unix;

#[cfg(all(unix, feature = "prompt"))]
pub(super) use borrowed::borrow_terminal;
#[cfg(all(not(unix), feature = "prompt"))]
pub(super) use none::borrow_terminal;
#[cfg(not(all(unix, feature = "terminal")))]
pub(super) use none::unbroken;
#[cfg(feature = "prompt")]
pub(super) use setup::Setup;
#[cfg(all(unix, feature = "terminal"))]
pub(super) use unix::unbroken;
