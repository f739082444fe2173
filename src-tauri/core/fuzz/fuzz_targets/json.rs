//! Leads in JSON of every kind: the bytes as they are, and as the inside of a list of leads.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = hearth_core::exchange::read("a.json", bytes);
    let list = [b"{\"value\":[{\"customerProfile\":{\"name\":\"A\"},".as_slice(), bytes].concat();
    let _ = hearth_core::exchange::read("a.json", &list);
});
