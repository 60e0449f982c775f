//! The tables that `build/lexicon.rs` makes of the sources beside this file.

#![allow(clippy::unreadable_literal, reason = "generated")]

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
