//! Any lead that could stand in a database, with everything a lead can have, and texts that formats stumble over.

use hearth_core::domain::lead::*;
use hearth_core::domain::money::{Currency, MAX_MINOR, Money};
use hearth_core::domain::text::{clean, whole_name};
use hearth_core::domain::time::{Date, Timestamp};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use crate::support::{START, at};

/// Words of a line: what a spreadsheet runs, what separates, what is quoted, many scripts, and plain words.
fn line() -> impl Strategy<Value = String> {
    let odd = prop_oneof![
        Just("=1+1"),
        Just("+82 2-555-0172"),
        Just("-5"),
        Just("@SUM(A1)"),
        Just("a,b;c"),
        Just("\"quoted\""),
        Just("back\\slash"),
        Just("it's"),
        Just("'=x"),
        Just("한빛전자"),
        Just("👩‍👩‍👧"),
        Just("\u{202e}עברית"),
        Just("Ünïcödé"),
        Just("&amp; <b>"),
        Just("{\"a\":1}"),
        Just("_x0041_"),
        Just("007"),
        Just("1/2/2026"),
        Just("TRUE"),
        Just("1e5"),
    ];
    let plain = "[A-Za-z가-힣]{1,8}( [A-Za-z가-힣]{1,8}){0,2}";
    prop_oneof![2 => plain, 1 => odd.prop_map(str::to_owned)].prop_map(|text| clean(&text))
}

fn notes() -> impl Strategy<Value = String> {
    vec(line(), 1..4).prop_map(|lines| clean(&lines.join("\n")))
}

fn id() -> impl Strategy<Value = String> {
    "[A-Z]{2,3}-[0-9]{1,6}"
}

fn email() -> impl Strategy<Value = String> {
    "[a-z]{1,8}@[a-z]{1,8}\\.example"
}

fn phone() -> impl Strategy<Value = String> {
    prop_oneof!["\\+82 2-555-01[0-9]{2}", "\\+1 \\(425\\) 555-01[0-9]{2}", "010-5550-01[0-9]{2}"]
}

fn date() -> impl Strategy<Value = Date> {
    (2026..2030_i32, 1..13_u32, 1..29_u32)
        .prop_map(|(y, m, d)| Date::parse_iso(&format!("{y}-{m:02}-{d:02}")).expect("a date"))
}

/// An instant up to ten days before the desk's own time.
fn past() -> impl Strategy<Value = Timestamp> {
    (0..864_000_000_i64).prop_map(|back| Timestamp::from_millis(at(START).as_millis() - back))
}

fn contact() -> impl Strategy<Value = Contact> {
    let parts = of(("[A-Z][a-z]{1,6}|[가-힣]{2}", "[A-Z][a-z]{1,6}|[가-힣]"));
    (line(), parts, of(line()), of(email()), of(phone())).prop_map(|(name, parts, title, email, phone)| match parts {
        None => Contact { name, given_name: None, family_name: None, title, email, phone },
        Some((given, family)) => {
            let name = whole_name(Some(&given), Some(&family));
            Contact { name, given_name: Some(given), family_name: Some(family), title, email, phone }
        }
    })
}

fn employee() -> impl Strategy<Value = Employee> {
    (line(), of(phone()), of(email())).prop_map(|(name, phone, email)| Employee { name, phone, email })
}

fn stage() -> impl Strategy<Value = Stage> {
    let outcome = prop_oneof![
        Just(Outcome::Won),
        Just(Outcome::Lost),
        Just(Outcome::Declined),
        Just(Outcome::Expired),
        Just(Outcome::Other("Error".into())),
    ];
    let archived = (outcome, past(), of(1..9_u8), of(notes()), of(notes()), of(past())).prop_map(
        |(outcome, archived_at, reason, reason_text, notes, accepted_at)| {
            // The codes are those of a decline or a loss; another end has words.
            let coded = matches!(outcome, Outcome::Declined | Outcome::Lost);
            let reason = reason.filter(|_| coded).and_then(|code| Reason::try_from(code).ok());
            let reason_text = reason_text.filter(|_| !coded);
            Stage::Archived(Archived { outcome, archived_at, reason, reason_text, notes, accepted_at })
        },
    );
    prop_oneof![Just(Stage::Received), of(past()).prop_map(|accepted_at| Stage::Accepted { accepted_at }), archived,]
}

fn customer() -> impl Strategy<Value = Customer> {
    let size = of(Just("51to250employees".to_owned()));
    let country = of(prop_oneof![Just("KR".to_owned()), Just("US".to_owned()), Just("DE".to_owned())]);
    (line(), size, of(line()), of(line()), of(line()), of(line()), of("[0-9]{5}"), country).prop_map(
        |(name, size, address_line1, address_line2, city, state, postal_code, country)| Customer {
            name,
            size,
            // Nobody has a second line without a first one.
            address_line2: address_line2.filter(|_| address_line1.is_some()),
            address_line1,
            city,
            state,
            postal_code,
            country,
        },
    )
}

fn need() -> impl Strategy<Value = Need> {
    let list = || vec(line(), 0..3);
    (of(notes()), list(), list(), list(), list()).prop_map(|(text, industries, products, services, solutions)| Need {
        text: text.unwrap_or_default(),
        industries,
        products,
        services,
        solutions,
    })
}

fn deal() -> impl Strategy<Value = Deal> {
    let currency = prop_oneof![Just("USD"), Just("KRW"), Just("KWD"), Just("EUR")];
    let value = (0..=MAX_MINOR, currency)
        .prop_map(|(minor, code)| Money { minor, currency: Currency::parse(code).expect("a code") });
    (of(line()), of(value), of(date()), of(notes()), of(id()), of(id())).prop_map(
        |(name, value, purchase_on, notes, crm_id, campaign_id)| Deal {
            name,
            value,
            purchase_on,
            notes,
            crm_id,
            campaign_id,
        },
    )
}

/// What the user did with it here.
fn work() -> impl Strategy<Value = (Option<Contacted>, Option<FollowUp>, bool, bool, bool)> {
    let way = prop_oneof![
        Just(ContactWay::Phone),
        Just(ContactWay::Email),
        Just(ContactWay::Meeting),
        Just(ContactWay::Other),
    ];
    let contacted = (past(), way, of(notes())).prop_map(|(at, way, note)| Contacted { at, way, note });
    let follow_up = (date(), of(line())).prop_map(|(on, note)| FollowUp { on, note });
    (of(contacted), of(follow_up), any::<bool>(), any::<bool>(), any::<bool>())
}

fn invited_by() -> impl Strategy<Value = InvitedBy> {
    (of(id()), of(line()), of(line())).prop_map(|(organization_id, organization_name, notes)| InvitedBy {
        organization_id,
        organization_name,
        notes,
    })
}

pub fn lead() -> impl Strategy<Value = Lead> {
    let lead_type = prop_oneof![
        Just(LeadType::CustomerInquiry),
        Just(LeadType::MarketingQualified),
        Just(LeadType::SalesQualified),
    ];
    let origin = prop_oneof![Just(Origin::Import), Just(Origin::Hand)];
    let ids = (any::<i64>().prop_filter("a given id", |id| *id != 0), of("[0-9a-f]{8}-[0-9a-f]{4}"), of(id()));
    let times = (past(), 1..30_i64);
    let people = (vec(contact(), 0..3), vec(employee(), 0..3));
    let status = of(prop_oneof![Just(("New", "Pending")), Just(("Active", "Accepted")), Just(("Closed", "Lost"))]);
    let what = (customer(), need(), deal(), invited_by());
    (lead_type, origin, ids, times, stage(), people, status, work(), what).prop_map(
        |(lead_type, origin, ids, (received_at, days), stage, (contacts, employees), status, work, what)| {
            let (contacted, follow_up, favorite, requested_contact, snoozed) = work;
            let open = stage.kind() != StageKind::Archived;
            let (customer, need, deal, invited_by) = what;
            let (status, substatus) = status.unzip();
            Lead {
                id: 0,
                revision: 0,
                lead_type,
                origin,
                hearth_id: HearthId(ids.0),
                referral_id: ids.1,
                engagement_id: ids.2,
                merged_into: None,
                favorite,
                received_at,
                // It must not expire while the test looks at it.
                respond_by: Timestamp::from_millis(at(START).as_millis() + days * 86_400_000),
                stage,
                customer,
                contacts,
                requested_contact,
                contacted,
                snoozed_until: (snoozed && open).then(|| at("2026-11-20T12:00:00Z")),
                follow_up,
                need,
                deal,
                employees,
                invited_by,
                source_status: SourceStatus {
                    status: status.map(str::to_owned),
                    substatus: substatus.map(str::to_owned),
                },
            }
        },
    )
}
