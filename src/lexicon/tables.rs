//! The tables that `build/lexicon.rs` makes of `english.txt`.

#![allow(clippy::unreadable_literal, reason = "generated")]

include!(concat!(env!("OUT_DIR"), "/english.rs"));
