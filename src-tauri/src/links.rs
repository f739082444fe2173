//! Which links leave Hearth, and how a prepared e-mail becomes one.
//!
//! Opening itself is the system's; `commands` asks it to.

use std::fmt::Write as _;

use hearth_core::actions::notices::Mail;
use hearth_core::api::ApiError;
use url::Url;

/// What mail programs and the systems' openers take. Windows cuts at about 2,000.
const LONGEST_MAILTO: usize = if cfg!(windows) { 2_000 } else { 8_000 };

/// `link` as it may be opened: only `mailto:`, `tel:` and `https:`.
///
/// Refused are also a user name or password in an `https:` link, which serve only to disguise where it leads, and fields of
/// a mail other than subject and body: some mail programs attach the file that a link names.
pub fn allowed(link: &str) -> Result<Url, ApiError> {
    let url = Url::parse(link.trim()).map_err(|_| ApiError::LinkRefused)?;
    let allowed = match url.scheme() {
        "tel" => true,
        "mailto" => url.query_pairs().all(|(field, _)| ["subject", "body"].contains(&field.to_lowercase().as_str())),
        "https" => url.has_host() && url.username().is_empty() && url.password().is_none(),
        _ => false,
    };
    if allowed { Ok(url) } else { Err(ApiError::LinkRefused) }
}

/// The link that opens `mail` in the mail program. Source: RFC 6068.
///
/// A body that would make the link too long for the system is cut, and ends in an ellipsis then.
pub fn mailto(mail: &Mail) -> String {
    let mut link = format!("mailto:{}?subject=", encoded(&mail.to));
    link += &encoded(&mail.subject);
    link += "&body=";
    // RFC 6068 wants line breaks as CRLF.
    let body = mail.body.replace("\r\n", "\n").replace('\n', "\r\n");
    let end = encoded("…");
    let room = LONGEST_MAILTO.saturating_sub(link.len());
    let whole = encoded(&body);
    if whole.len() <= room {
        return link + &whole;
    }
    for character in body.chars() {
        let mut bytes = [0; 4];
        let next = encoded(character.encode_utf8(&mut bytes));
        if link.len() + next.len() + end.len() > LONGEST_MAILTO {
            break;
        }
        link += &next;
    }
    link + &end
}

/// `text` with everything percent-encoded that is not unreserved; `@` stays, as it separates an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => out.push(char::from(byte)),
            _ => write!(out, "%{byte:02X}").expect("writing to a string does not fail"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(to: &str, subject: &str, body: &str) -> Mail {
        Mail { to: to.to_owned(), subject: subject.to_owned(), body: body.to_owned() }
    }

    #[test]
    fn only_mail_telephone_and_https_leave_the_desk() {
        for link in
            ["mailto:sue@example.com", "tel:+1-425-555-0100", "https://example.com/a?b=c", " HTTPS://example.com "]
        {
            assert!(allowed(link).is_ok(), "{link} is what a lead's contact is reached by");
        }
        for link in [
            "http://example.com",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "smb://example.com/share",
            "ms-msdt:/id",
            "https://partner.example@evil.example/",
            "https://a:b@evil.example/",
            "mailto:sue@example.com?attach=/etc/passwd",
            "https://",
            "//example.com",
            "C:\\Windows\\system32\\calc.exe",
            "",
        ] {
            assert_eq!(
                allowed(link),
                Err(ApiError::LinkRefused),
                "{link} comes from a file that anyone may have written"
            );
        }
    }

    #[test]
    fn a_mail_cannot_smuggle_a_field_in() {
        let link = mailto(&mail("sue@example.com?bcc=eve@example.com", "A & B?", "a=b&bcc=eve@example.com"));
        assert_eq!(link.matches('?').count(), 1, "one question mark opens the fields: {link}");
        assert_eq!(link.matches('&').count(), 1, "one ampersand stands before the body: {link}");
        assert!(allowed(&link).is_ok(), "what we write passes what we let through");
    }

    #[test]
    fn korean_and_line_breaks_arrive_as_written() {
        let link = mailto(&mail("", "안녕", "가\n나"));
        assert_eq!(link, "mailto:?subject=%EC%95%88%EB%85%95&body=%EA%B0%80%0D%0A%EB%82%98", "RFC 6068, section 5");
    }

    #[test]
    fn a_long_body_is_cut_between_characters() {
        let link = mailto(&mail("sue@example.com", "long", &"한".repeat(5_000)));
        assert!(link.len() <= LONGEST_MAILTO, "the system would refuse it: {}", link.len());
        assert!(link.ends_with("%ED%95%9C%E2%80%A6"), "a whole syllable stands before the ellipsis");
    }
}
