//! The lines that vCard and iCalendar are made of: escaped, folded at 75 octets, ended by CRLF. Sources: RFC 6350, RFC 5545.
//!
//! A library for these formats is mostly a reader of them; what is written here is held against one in the tests.

use std::io::{self, Write};

/// The most octets in a line, its end not counted.
const MOST: usize = 75;

/// `text` as a value, in which line breaks, commas, semicolons and backslashes have another meaning.
pub fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' => value.push_str("\\\\"),
            ',' => value.push_str("\\,"),
            ';' => value.push_str("\\;"),
            '\n' => value.push_str("\\n"),
            '\r' => {}
            c if c.is_control() && c != '\t' => {}
            c => value.push(c),
        }
    }
    value
}

/// Writes `name:value`; a fold never parts a character.
pub fn line(file: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    let mut room = MOST;
    for part in [name, ":", value] {
        let mut rest = part;
        while rest.len() > room {
            let mut end = room;
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            let (head, tail) = rest.split_at(end);
            file.write_all(head.as_bytes())?;
            file.write_all(b"\r\n ")?;
            // The blank that a folded line begins with counts too.
            room = MOST - 1;
            rest = tail;
        }
        file.write_all(rest.as_bytes())?;
        room -= rest.len();
    }
    file.write_all(b"\r\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(name: &str, value: &str) -> String {
        let mut bytes = Vec::new();
        line(&mut bytes, name, value).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_fold_parts_no_character() {
        let text = written("NOTE", &"한글".repeat(40));
        assert!(text.split("\r\n").all(|line| line.len() <= MOST), "no line is longer than 75 octets: {text}");
        assert_eq!(text.replace("\r\n ", ""), format!("NOTE:{}\r\n", "한글".repeat(40)), "and nothing is lost");
        assert_eq!(written("FN", &"a".repeat(72)).matches("\r\n").count(), 1, "75 octets need no fold");
        assert_eq!(written("FN", &"a".repeat(73)).matches("\r\n").count(), 2, "76 do");
    }

    #[test]
    fn what_means_something_else_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\0"), "a\\,b\\;c\\\\d\\ne", "RFC 6350, 3.4");
    }

    proptest! {
        #[test]
        fn unfolding_gives_the_line_again(value in "\\PC{0,200}") {
            let text = written("NOTE", &value);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= MOST));
            prop_assert_eq!(text.replace("\r\n ", ""), format!("NOTE:{value}\r\n"));
        }
    }
}
