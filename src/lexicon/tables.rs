//! The tables that `build/lexicon` makes of the sources beside this file.

#![allow(clippy::unreadable_literal, reason = "generated")]

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
