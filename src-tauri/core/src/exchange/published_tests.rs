//! Microsoft's published payloads and column lists, read where they lie beside the project; they are not part of it.

use std::path::{Path, PathBuf};

use super::*;
use crate::domain::lead::LeadType;

/// The folder of samples beside the workspace; `None`, with a word, where there is none.
fn samples() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies in src-tauri/core");
    let folder = root.join("../shared/samples/partner-center");
    if folder.is_dir() {
        Some(folder)
    } else {
        println!("skipped: the published samples are not here");
        None
    }
}

fn text(path: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(path).expect("a readable sample")).into_owned()
}

#[test]
fn the_published_replies_are_customer_inquiries() {
    let Some(folder) = samples() else { return };
    for name in ["2020-list-referrals.response.http", "2020-get-referral-by-id.response.http"] {
        let rows = read(name, text(&folder.join(name)).as_bytes()).expect("a reply").rows;
        let [Row::Lead(incoming)] = rows.as_slice() else { panic!("{name}: {rows:?}") };
        let lead = &incoming.lead;
        assert_eq!((lead.lead_type, &lead.stage), (LeadType::CustomerInquiry, &Stage::Received), "{name}");
        assert_eq!(lead.received_at, Timestamp::parse("2020-10-30T21:03:00Z").unwrap(), "{name}");
        assert_eq!(lead.deal.value.as_ref().unwrap().amount(), "10000.00", "{name}: a plain number");
        assert_eq!(lead.deal.purchase_on.unwrap().to_string(), "2020-12-01", "{name}: UTC's own midnight");
        assert!(lead.need.text.starts_with("We are interested"), "{name}: the notes are the customer's");
        assert!(!incoming.respond_by_given, "{name}: no expiry is told");
        assert!(incoming.raw.clone().into_value()["links"].is_object(), "{name}: what Hearth does not read is kept");
    }
}

#[test]
fn the_published_shared_referrals_are_set_aside() {
    let Some(folder) = samples() else { return };
    for (name, customer) in [
        ("2019-create-referral.response.json", "Contoso Customer Inc"),
        ("v3-2022-shape.qualified-lead.json", "Fabrikam Oil & Gas S.A."),
    ] {
        let rows = read(name, text(&folder.join(name)).as_bytes()).expect("a referral").rows;
        assert_eq!(rows, [Row::SetAside { row: 1, customer: customer.to_owned() }], "{name} is co-sell");
        // The same payload as a lead: every part of it can be read.
        let independent = text(&folder.join(name)).replace("\"Shared\"", "\"Independent\"");
        let rows = read(name, independent.as_bytes()).expect("a referral").rows;
        let [Row::Lead(incoming)] = rows.as_slice() else { panic!("{name}: {rows:?}") };
        assert_eq!(incoming.lead.lead_type, LeadType::SalesQualified, "{name}");
        assert!(matches!(incoming.lead.stage, Stage::Accepted { .. }), "{name} is active");
        assert!(!incoming.lead.contacts.is_empty() && !incoming.lead.employees.is_empty(), "{name} has people");
    }
}

#[test]
fn the_published_errors_are_error_replies() {
    let Some(folder) = samples() else { return };
    for name in ["2019-error-body.json", "throttling-429.response.http"] {
        let problem = read(name, text(&folder.join(name)).as_bytes()).expect_err("no leads");
        assert!(matches!(&problem, FileProblem::ErrorReply { message } if message.len() > 10), "{name}: {problem:?}");
    }
}

#[test]
fn every_other_published_file_is_told_apart() {
    let Some(folder) = samples() else { return };
    let leads = ["2019-create", "v3-2022", "list-referrals.response", "get-referral", "marketplace-test-lead"];
    for entry in std::fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_lead = leads.iter().any(|lead| name.contains(lead));
        assert_eq!(open(&path).is_ok(), is_lead, "{name}: headers, requests and schemas are no leads");
    }
}

#[test]
fn the_published_column_lists_are_known() {
    use column::Column as C;
    let Some(folder) = samples() else { return };
    let named = |column: &str| columns::named(format::Format::PartnerCenterCsv, column);
    for name in ["columns-cosell-bulk-2021.txt", "columns-cosell-bulk-2021.ko.txt"] {
        let columns: Vec<String> = text(&folder.join(name)).lines().map(str::to_owned).collect();
        let cell = |column: &str| match named(column) {
            Some(C::CustomerName) => "Contoso",
            Some(C::ReferralId) => "r-1",
            Some(C::Status) => "New",
            Some(C::Substatus) => "Pending",
            Some(C::SharedWithMicrosoft) => "No",
            Some(C::PurchaseDate) => "1/30/2020",
            _ => "",
        };
        let cells: Vec<&str> = columns.iter().map(|column| cell(column)).collect();
        let file = format!("{}\n{}\n", columns.join(","), cells.join(","));
        let rows = read(name, file.as_bytes()).expect("a bulk CSV").rows;
        let [Row::Lead(incoming)] = rows.as_slice() else { panic!("{name}: {rows:?}") };
        assert_eq!(incoming.lead.deal.purchase_on.unwrap().to_string(), "2020-01-30", "{name}");
        let known = columns.iter().filter(|column| named(column).is_some()).count();
        assert_eq!(known, 27, "{name}: the same columns in both languages");
    }
    for name in ["columns-leads-analytics-download-2023.txt", "columns-leads-analytics-export-2021.txt"] {
        let header = text(&folder.join(name)).lines().collect::<Vec<_>>().join(",");
        let file = read(name, header.as_bytes()).expect("a report");
        assert_eq!(
            (file.look.format, file.rows),
            (format::Format::LeadsAnalytics, Vec::new()),
            "{name}: a report's columns"
        );
    }
}

#[test]
fn the_published_marketplace_lead_is_read_as_text_and_as_json() {
    let Some(folder) = samples() else { return };
    let rows = read("", text(&folder.join("marketplace-test-lead.txt")).as_bytes()).expect("pairs").rows;
    let [Row::Lead(incoming)] = rows.as_slice() else { panic!("{rows:?}") };
    assert!(incoming.lead.customer.name.starts_with("MSFT_TEST"), "the company of the test lead");
    assert_eq!(incoming.lead.contacts[0].phone.as_deref(), Some("1234567890"), "and whom to call");
    let schema: serde_json::Value =
        serde_json::from_str(&text(&folder.join("marketplace-lead.http-schema.json"))).expect("a schema");
    // Every key of the schema, each with its own name as its value.
    fn filled(schema: &serde_json::Value) -> serde_json::Value {
        let keys = schema["properties"].as_object().expect("properties").iter();
        keys.map(|(key, part)| {
            (key.clone(), if part["properties"].is_object() { filled(part) } else { key.clone().into() })
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
    }
    let file = read("", filled(&schema).to_string().as_bytes()).expect("a lead");
    let [Row::Lead(incoming)] = file.rows.as_slice() else { panic!("{file:?}") };
    assert_eq!(file.look.format, format::Format::MarketplaceLead, "by its keys");
    let contact = &incoming.lead.contacts[0];
    assert_eq!((contact.name.as_str(), contact.email.as_deref()), ("FirstName LastName", Some("Email")), "every part");
    assert_eq!(
        (incoming.lead.customer.name.as_str(), contact.title.as_deref()),
        ("Company", Some("Title")),
        "has its place"
    );
}

#[test]
fn the_published_salesforce_leads_are_read() {
    let Some(folder) = samples() else { return };
    let path = folder.join("../crm/salesforce-easy-spaces-Lead_Data.csv");
    let opened = open(&path).expect("a Salesforce CSV");
    assert_eq!(opened.look.format, format::Format::SalesforceCsv, "by its headings");
    let rows: Vec<Row> = opened.rows(None).unwrap().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), opened.look.rows as usize, "every row is counted");
    assert!(
        rows.iter().all(|row| matches!(row, Row::Lead(lead) if lead.lead.stage == Stage::Received)),
        "all are open: {rows:?}"
    );
}
