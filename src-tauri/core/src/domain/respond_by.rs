//! Until when a received lead can be answered.
//!
//! Source: domain.md, "Respond-by": the source's `expirationDateTime` where it gives one, else so many days after the
//! lead was received.

use chrono::TimeDelta;

use super::time::Timestamp;

/// Partner Center's own time to answer, in days.
pub const DEFAULT_DAYS: u32 = 14;

/// The first instant at which an unanswered lead has expired.
///
/// A given expiry before the lead was even received is a mistake of the source and is not believed.
pub fn respond_by(received_at: Timestamp, given: Option<Timestamp>, days: u32) -> Timestamp {
    given.filter(|given| *given > received_at).unwrap_or_else(|| received_at.plus(TimeDelta::days(i64::from(days))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn the_sources_expiry_wins_over_fourteen_days() {
        let received = at("2026-10-29T00:00:00Z");
        assert_eq!(
            respond_by(received, Some(at("2026-11-06T00:00:00Z")), 14),
            at("2026-11-06T00:00:00Z"),
            "8 days, as in the published sample"
        );
        assert_eq!(respond_by(received, None, 14), at("2026-11-12T00:00:00Z"), "14 days when the source is silent");
        assert_eq!(respond_by(received, Some(received), 14), at("2026-11-12T00:00:00Z"), "no lead is born expired");
    }
}
