//! The column that a file of failed rows has beside the original ones: why each row was not taken.
//!
//! Such a file, mended, is imported as it is; the column says nothing of a lead and is passed over when it is read.

/// The heading of the reason, in English and in Korean.
pub const WHY_NOT: (&str, &str) = ("Hearth: why not", "Hearth: 사유");

/// The key of the reason in a JSON file.
pub const WHY_NOT_KEY: &str = "hearth:whyNot";

/// Headings of what went wrong, ours and Partner Center's, which say nothing of a lead.
pub(super) fn is_ours(heading: &str) -> bool {
    let heading = heading.trim().trim_end_matches('*');
    let same = |other: &str| heading.eq_ignore_ascii_case(other);
    same(WHY_NOT.0) || same(WHY_NOT.1) || same(WHY_NOT_KEY) || same("errors") || heading == "오류"
}
