//! Elsewhere there are no signals to hold back, and the system itself gives a terminal back; without the feature
//! `terminal`, nobody does.

#[cfg(feature = "prompt")]
use std::sync::Arc;

#[cfg(feature = "prompt")]
use super::setup::Setup;

pub(in crate::cli) fn unbroken<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[cfg(feature = "prompt")]
#[derive(Default)]
pub(in crate::cli) struct Borrowed(Arc<Setup>);

#[cfg(feature = "prompt")]
impl Borrowed {
    pub(in crate::cli) fn setup(&self) -> Arc<Setup> {
        Arc::clone(&self.0)
    }

    #[allow(clippy::unused_self, reason = "as where there is something to do")]
    pub(in crate::cli) fn set_edited(&mut self, _: bool) {}
}

#[cfg(feature = "prompt")]
pub(in crate::cli) fn borrow_terminal() -> Borrowed {
    Borrowed::default()
}
