//! No index, in a build without the feature `cache`: every question is answered from the FAQ itself.

use std::marker::PhantomData;

use faq::{Engine, Faq, Options};

use super::Asked;
use crate::cli::settings::Settings;

/// The index that there is not.
pub(super) struct Index<'s>(PhantomData<&'s Settings>);

#[expect(clippy::unused_self, reason = "as with an index")]
impl<'s> Index<'s> {
    pub(super) fn open(_: &'s Settings) -> Self {
        Self(PhantomData)
    }

    pub(super) fn is_open(&self) -> bool {
        false
    }

    pub(super) fn pays(&self) -> bool {
        false
    }

    pub(super) fn ask(&self, _: &str, _: &Options, _: bool) -> Option<Asked> {
        None
    }

    pub(super) fn filter(&self, _: &str, _: &[String]) -> Option<Faq<'static>> {
        None
    }

    pub(super) fn entries(&self, _: &[String], _: &[String]) -> Option<Faq<'static>> {
        None
    }

    pub(super) fn make(&mut self, _: &Engine<'_>, _: usize) {}

    pub(super) fn keep(&self, _: &Engine<'_>, _: usize) {}
}
