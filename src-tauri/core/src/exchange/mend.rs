//! Mending of JSON that a person has touched: a trailing comma, a comma forgotten between two lines, an NBSP between
//! two values. Published samples have all three (domain.md, 7).
//!
//! Nothing inside a string is changed, no byte moves, so a place in the mended text is the same place in the file.

/// `text` with its small slips put right; other mistakes stay for the reader to name.
pub(super) fn mended(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    // The last byte that was no blank, and where it stands.
    let mut last: Option<(usize, u8)> = None;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == 0xc2 && bytes.get(at + 1) == Some(&0xa0) {
            bytes[at..at + 2].fill(b' ');
            at += 2;
            continue;
        }
        if byte.is_ascii_whitespace() {
            at += 1;
            continue;
        }
        match (last, byte) {
            (Some((comma, b',')), b']' | b'}') => bytes[comma] = b' ',
            (Some((end, b'"' | b'}' | b']' | b'0'..=b'9' | b'e' | b'l')), b'"' | b'{') if at > end + 1 => {
                bytes[end + 1] = b',';
            }
            _ => {}
        }
        let end = if byte == b'"' { end_of_string(&bytes, at) } else { at };
        last = Some((end, bytes.get(end).copied().unwrap_or(byte)));
        at = end + 1;
    }
    // Only whole NBSPs and single ASCII bytes were replaced, by ASCII.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Where the string that begins at `start` has its closing quote; the end of the text if it has none.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_between_values_are_mended_and_strings_are_not_touched() {
        let mend = |text: &str| serde_json::from_str::<serde_json::Value>(&mended(text)).map(|v| v.to_string());
        assert_eq!(mend("[1, 2, ]").unwrap(), "[1,2]", "a trailing comma in a list");
        assert_eq!(mend("{\"a\": 1,\n}").unwrap(), "{\"a\":1}", "a trailing comma in an object");
        assert_eq!(
            mend("{\"a\": \"x\"\n \"b\": 1\n \"c\": true\n \"d\": {} }").unwrap(),
            "{\"a\":\"x\",\"b\":1,\"c\":true,\"d\":{}}",
            "commas forgotten after a text, a number, a word"
        );
        assert_eq!(mend("[{}\n{}]").unwrap(), "[{},{}]", "a forgotten comma between two leads");
        assert_eq!(
            mend("{\u{a0}\"a\":\u{a0}\"\u{a0},]\"}").unwrap(),
            "{\"a\":\"\u{a0},]\"}",
            "NBSP between values only"
        );
        assert!(mend("[1 2").is_err(), "what is no slip stays a mistake");
    }

    #[test]
    fn nothing_moves_so_places_stay_true() {
        let text = "{\"가\": [1,\u{a0}],\n \"b\\\"\": 2, }";
        assert_eq!(mended(text).len(), text.len(), "same length, same lines and columns");
    }
}
