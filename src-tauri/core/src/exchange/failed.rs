//! The rows that were not taken, as a file that imports again once it is mended: the original columns, and why.

use serde_json::Value;

/// What the column with the reason is called, in English and in Korean. Reading passes it over.
pub const REASON_HEADINGS: [&str; 2] = ["Why it was not imported", "가져오지 못한 이유"];
/// The key of the reason in an element of a JSON list.
pub const REASON_KEY: &str = "whyNotImported";

/// Whether a heading or key is the reason of an earlier import, and nothing of the row itself.
pub fn is_reason(name: &str) -> bool {
    name == REASON_KEY || REASON_HEADINGS.contains(&name.trim())
}

/// Takes the reason of an earlier import out of a row.
pub fn without_reason(raw: &mut Value) {
    if let Value::Object(fields) = raw
        && fields.keys().any(|name| is_reason(name))
    {
        fields.retain(|name, _| !is_reason(name));
    }
}
