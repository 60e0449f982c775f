//! Files as other tools write them, read as they are; and what comes back when a FAQ is written in each format.
#![allow(
    clippy::unwrap_used,
    reason = "a fixture that cannot be read is a failed test"
)]

mod accordions;
mod headings;
mod html;
mod json;
mod markdown;
mod pairs;
mod support;
mod table;
mod text;
