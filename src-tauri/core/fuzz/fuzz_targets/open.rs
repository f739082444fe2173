//! Any bytes: their encoding and what they are is found out, and every row of them is read.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = hearth_core::exchange::read("a", bytes);
});
