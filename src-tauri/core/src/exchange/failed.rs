//! The column that a file of failed rows has beside the original ones: why each row was not taken.
//!
//! Such a file, mended, is imported as it is; the column says nothing of a lead and is passed over when it is read.

use crate::domain::lead::HearthId;

const BY_HEARTH: &str = "Hearth ";

/// The heading of the reason, in English and in Korean.
pub const WHY_NOT: (&str, &str) = ("Hearth: why not", "Hearth: 사유");

/// The key of the reason in a JSON file.
pub const WHY_NOT_KEY: &str = "hearth:whyNot";

/// Whether a heading or key is the reason that a file of failed rows gives.
pub fn is_reason(heading: &str) -> bool {
    [WHY_NOT.0, WHY_NOT.1, WHY_NOT_KEY].iter().any(|ours| heading.trim().eq_ignore_ascii_case(ours))
}

/// Takes the reason of an earlier import out of a row.
pub fn without_reason(raw: &mut serde_json::Value) {
    if let serde_json::Value::Object(fields) = raw
        && fields.keys().any(|name| is_reason(name))
    {
        fields.retain(|name, _| !is_reason(name));
    }
}

/// What Hearth writes into Partner Center's column of errors, which an upload passes over: by that its own file is known again.
pub(super) fn by_hearth(id: HearthId) -> String {
    format!("{BY_HEARTH}{id}")
}

/// The lead whose row Hearth wrote, if it did.
pub(super) fn written_by_hearth(cell: &str) -> Option<HearthId> {
    cell.trim().strip_prefix(BY_HEARTH).and_then(HearthId::parse)
}

/// Whether a heading is Partner Center's column of errors.
pub(super) fn is_errors(heading: &str) -> bool {
    let heading = heading.trim().trim_end_matches('*');
    heading.eq_ignore_ascii_case("errors") || heading == "오류"
}

/// Headings of what went wrong, ours and Partner Center's, which say nothing of a lead.
pub(super) fn is_ours(heading: &str) -> bool {
    let heading = heading.trim().trim_end_matches('*');
    let same = |other: &str| heading.eq_ignore_ascii_case(other);
    same(WHY_NOT.0) || same(WHY_NOT.1) || same(WHY_NOT_KEY) || is_errors(heading)
}
