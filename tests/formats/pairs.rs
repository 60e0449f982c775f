//! From each format to each other: what both hold comes through.

use faq::Format;
use proptest::prelude::*;

use super::support::{goes_through, line, native};

fn written() -> impl Iterator<Item = Format> + Clone {
    Format::ALL.into_iter().filter(|format| format.is_written())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_two_formats_hold_comes_through_both(native in native(line(), line())) {
        for first in written() {
            for second in written() {
                goes_through(&[first, second], &native)?;
            }
        }
    }

    #[test]
    fn what_all_formats_hold_comes_through_all(native in native(line(), line())) {
        let formats: Vec<Format> = written().collect();
        goes_through(&formats, &native)?;
    }
}
