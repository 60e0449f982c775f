//! Markdown as people write it in FAQs, and as this program does.

use faq::Format;
use proptest::prelude::*;

use crate::support::{any_text, line, native, round_trips};

proptest! {
    #[test]
    fn native_comes_back(native in native(line(), any_text())) {
        round_trips(Format::Markdown, &native)?;
    }
}
