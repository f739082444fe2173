//! Which file is what, whatever its bytes are; and that no bytes at all make a reader panic.

use proptest::prelude::*;

use super::*;

const LIST: &[u8] = include_bytes!("../../../../tests/fixtures/partner-center/referrals.json");
const ENGLISH: &[u8] = include_bytes!("../../../../tests/fixtures/partner-center/bulk.en.csv");
const KOREAN: &[u8] = include_bytes!("../../../../tests/fixtures/partner-center/bulk.ko.csv");

fn problem(bytes: impl AsRef<[u8]>) -> FileProblem {
    read("leads", bytes.as_ref()).expect_err("not a file of leads")
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn a_file_is_known_by_its_content_not_by_its_name() {
    assert_eq!(
        read("leads.csv", LIST).unwrap().look.format,
        format::Format::PartnerCenterJson,
        "JSON under a wrong name"
    );
    assert_eq!(
        read("leads.json", ENGLISH).unwrap().look.format,
        format::Format::PartnerCenterCsv,
        "CSV under a wrong name"
    );
    assert_eq!(read("", b"[]").unwrap().rows, [], "no leads is no problem");
}

#[test]
fn a_file_with_nothing_in_it_is_empty() {
    for bytes in ["", " \r\n\t", "\u{feff}", "\u{feff}\n", "\0\0"] {
        assert_eq!(problem(bytes), FileProblem::Empty, "{bytes:?} has nothing in it");
    }
    assert_eq!(problem([0xff, 0xfe]), FileProblem::Empty, "only the mark of UTF-16");
}

#[test]
fn what_is_neither_json_nor_a_known_csv_is_no_leads() {
    let cases: [&[u8]; 6] =
        [b"hello", b"{}", b"{\"a\": 1}", b"GET https://x HTTP/1.1\nAccept: a\n", b"%PDF-1.7", b"<svg></svg>"];
    for bytes in cases {
        assert_eq!(problem(bytes), FileProblem::NotLeads, "{:?}", String::from_utf8_lossy(bytes));
    }
    let patch = br#"[{"op": "replace", "path": "/status", "value": "Closed"}]"#;
    assert_eq!(problem(patch), FileProblem::NotLeads, "an update is no lead");
    assert_eq!(
        read("a.json", b"hello").unwrap_err(),
        FileProblem::BadJson { line: 1, column: 1 },
        "a file that calls itself JSON is told what is wrong with it"
    );
}

#[test]
fn a_page_for_a_browser_is_told_apart() {
    let page = "\u{feff}\n<!DOCTYPE html>\n<html><body>Sign in</body></html>";
    assert_eq!(problem(page), FileProblem::WebPage, "saved after the session had ended");
    assert_eq!(problem("<?xml version=\"1.0\"?><html></html>"), FileProblem::WebPage, "XHTML");
    assert_eq!(problem(b"<html>\xc7\xd1</html>"), FileProblem::WebPage, "in any encoding");
}

#[test]
fn bytes_that_are_no_text_are_named_by_their_line() {
    assert_eq!(
        problem(
            "Customer,Notes\n한빛,한글\n다온,\u{fffd}\n"
                .replace('\u{fffd}', "\u{1}")
                .as_bytes()
                .iter()
                .map(|b| if *b == 1 { 0xff } else { *b })
                .collect::<Vec<_>>()
        ),
        FileProblem::BadEncoding { line: 3 },
        "UTF-8 with a byte that is none is no other encoding"
    );
    let mut broken = vec![0xff, 0xfe];
    broken.extend(utf16("a\nb", false));
    broken.extend([0x00, 0xdc, b'c', 0]);
    assert_eq!(problem(&broken), FileProblem::BadEncoding { line: 2 }, "half a UTF-16 pair");
    let korean = String::from_utf8_lossy(KOREAN).into_owned();
    let cut = &korean.as_bytes()[..korean.find("다온").unwrap() + 1];
    assert!(matches!(problem(cut), FileProblem::CutOff { .. }), "cut in the middle of a letter");
}

#[test]
fn excels_unicode_text_reads_like_utf_8() {
    let text = String::from_utf8_lossy(KOREAN).into_owned();
    let expected = read("", KOREAN).unwrap();
    let marked = |mark: [u8; 2], big| [mark.to_vec(), utf16(&text, big)].concat();
    assert_eq!(read("", &marked([0xff, 0xfe], false)).unwrap().rows, expected.rows, "little-endian with its mark");
    assert_eq!(read("", &marked([0xfe, 0xff], true)).unwrap().rows, expected.rows, "big-endian with its mark");
    let list = String::from_utf8_lossy(LIST).into_owned();
    assert_eq!(read("", &utf16(&list, false)).unwrap().rows, read("", LIST).unwrap().rows, "without a mark, if plain");
    let odd = &marked([0xff, 0xfe], false)[..101];
    assert!(matches!(problem(odd), FileProblem::CutOff { .. }), "half a unit is a file cut off");
}

#[test]
fn every_cut_of_a_json_file_is_told_as_cut_off() {
    let text = String::from_utf8_lossy(LIST).trim_end().to_owned();
    for end in (1..text.len()).step_by(7) {
        let problem = problem(&text.as_bytes()[..end]);
        assert!(
            matches!(problem, FileProblem::CutOff { .. }),
            "{problem:?} after {end} bytes: nothing is half imported"
        );
    }
}

fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let file = prop::sample::select(vec![LIST, ENGLISH, KOREAN]);
    (
        file,
        any::<prop::sample::Index>(),
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        any::<bool>(),
    )
        .prop_map(|(file, end, flips, cut)| {
            let mut bytes = if cut { file[..end.index(file.len())].to_vec() } else { file.to_vec() };
            for (place, byte) in flips {
                if bytes.is_empty() {
                    break;
                }
                let place = place.index(bytes.len());
                // Every third change is a NUL that was not there.
                if byte % 3 == 0 { bytes.insert(place, 0) } else { bytes[place] ^= byte }
            }
            bytes
        })
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read("a.json", &bytes);
        let _ = read("a.csv", &[b"[{\"customerProfile\":".as_slice(), &bytes].concat());
        let _ = read("a.csv", &[b"Customer Name,Referral ID,Notes\n".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "[\\[\\]{}:,;\"'\\\\\n\r\t 0-9a-e.+&#\u{a0}가-힣-]{0,200}") {
        let _ = read("a.json", text.as_bytes());
        let _ = read("", format!("[{{\"customerProfile\":{text}").as_bytes());
        let _ = read("", format!("Customer Name,Referral ID,Status,Estimated Deal Value,Currency,Created Date\n{text}").as_bytes());
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(bytes in mutated()) {
        if let Ok(file) = read("a", &bytes) {
            for row in file.rows {
                if let Row::Lead(incoming) = row {
                    prop_assert!(!incoming.lead.customer.name.contains('\0'), "no NUL comes through");
                    prop_assert!(incoming.raw.into_value().is_object(), "what came is kept");
                }
            }
        }
    }
}
