//! Workbooks: the bytes as they are, with the signature of an archive before them if they lack it.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK\x03\x04") {
        let _ = hearth_core::exchange::read("a.xlsx", bytes);
    } else {
        let _ = hearth_core::exchange::read("a.xlsx", &[b"PK\x03\x04".as_slice(), bytes].concat());
    }
});
