#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| faq_fuzz::run("cache", bytes));
