//! What stands in the files, to the letter, on a few invented leads; and that hostile texts stay texts.

use std::io::Cursor;

use super::{PARTNER_CENTER_HEADINGS as HEADINGS, *};
use crate::domain::lead::*;
use crate::domain::money::{Currency, Money};
use crate::domain::testing::{at, lead};
use crate::domain::time::Date;

fn setting<'a>() -> Setting<'a> {
    let titles =
        Titles { purchase: &|customer| format!("Buys: {customer}"), follow_up: &|customer| customer.to_owned() };
    Setting { width: Width::default(), korean: false, now: at("2026-11-24T09:00:00Z"), titles }
}

fn bytes(format: ExportFormat, setting: &Setting<'_>, leads: &[Lead]) -> Vec<u8> {
    let mut place = Cursor::new(Vec::new());
    {
        let mut writer = begin(format, &mut place, setting).unwrap();
        for lead in leads {
            writer.lead(lead, None).unwrap();
        }
        writer.finish().unwrap();
    }
    place.into_inner()
}

fn text(format: ExportFormat, leads: &[Lead]) -> String {
    String::from_utf8(bytes(format, &setting(), leads)).unwrap()
}

/// The heading and cell of each filled column of a CSV's only row.
fn filled(text: &str) -> Vec<(String, String)> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let record = reader.records().next().unwrap().unwrap();
    let pairs = headings.iter().zip(&record).filter(|(_, cell)| !cell.is_empty());
    pairs.map(|(heading, cell)| (heading.to_owned(), cell.to_owned())).collect()
}

fn cell<'a>(cells: &'a [(String, String)], heading: &str) -> &'a str {
    cells.iter().find(|(name, _)| name == heading).map_or("", |(_, cell)| cell)
}

/// An invented lead with everything that a lead can have.
fn hanbit() -> Lead {
    let mut lead = lead("한빛전자", "2026-11-16T09:00:00Z");
    lead.hearth_id = HearthId(0x00c0_ffee_00c0_ffee);
    lead.referral_id = Some("6700f96c-0000-4000-8000-000000000001".into());
    lead.engagement_id = Some("ENG-7".into());
    lead.favorite = true;
    lead.stage = Stage::Accepted { accepted_at: Some(at("2026-11-17T01:02:03.004Z")) };
    lead.customer = Customer {
        name: "한빛전자".into(),
        size: Some("51to250employees".into()),
        address_line1: Some("테헤란로 1".into()),
        address_line2: Some("3층".into()),
        city: Some("강남구".into()),
        state: Some("서울".into()),
        postal_code: Some("06234".into()),
        country: Some("KR".into()),
    };
    lead.contacts = vec![Contact {
        name: "김민지".into(),
        given_name: Some("민지".into()),
        family_name: Some("김".into()),
        title: Some("IT 팀장".into()),
        email: Some("minji@hanbit.example".into()),
        phone: Some("+82 2-555-0172".into()),
    }];
    lead.requested_contact = true;
    lead.follow_up = Some(FollowUp { on: Date::parse_iso("2026-12-01").unwrap(), note: Some("견적, 다시".into()) });
    lead.need = Need {
        text: "Teams 도입\n=위험".into(),
        industries: vec!["Manufacturing".into()],
        products: vec!["Teams".into(), "DynamicsAX,GP,NAV,SL".into()],
        services: vec![],
        solutions: vec!["SOL-1234-PQRS".into()],
    };
    lead.deal = Deal {
        name: Some("Teams \"전사\" 도입".into()),
        value: Some(Money { minor: 48_000_000, currency: Currency::parse("KRW").unwrap() }),
        purchase_on: Date::parse_iso("2026-12-31"),
        notes: Some("-10 % 요청".into()),
        crm_id: Some("CRM-7".into()),
        campaign_id: Some("봄".into()),
    };
    lead.employees = vec![Employee {
        name: "이 준".into(),
        phone: Some("010-5550-0100".into()),
        email: Some("jun@us.example".into()),
    }];
    lead
}

#[test]
fn partner_centers_columns_are_its_own_34_and_only_what_it_lets_change_is_filled_beside_ids_and_customer() {
    let text = text(ExportFormat::PartnerCenterCsv, &[hanbit()]);
    let header = text.lines().next().unwrap().trim_start_matches('\u{feff}').trim_end();
    assert_eq!(header, HEADINGS.join(","), "the upload compares them with its own");
    assert_eq!(HEADINGS.len(), 34, "domain.md 2.2");
    let cells = filled(&text);
    let cell = |heading| cell(&cells, heading);
    assert_eq!(cell("Estimated Close Date"), "12/31/2026", "month first");
    assert_eq!((cell("Estimated Deal Value"), cell("Currency")), ("48000000", "KRW"), "an amount without grouping");
    assert_eq!(
        (cell("Partner Referral Status"), cell("Partner Referral Substatus")),
        ("Active", "Accepted"),
        "its words"
    );
    assert_eq!((cell("Customer Contact First Name"), cell("Customer Contact Last Name")), ("민지", "김"), "as told");
    assert_eq!(cell("Team member 1"), "이 준, , 010-5550-0100, jun@us.example", "four parts");
    assert_eq!(cell("Notes"), "'-10 % 요청", "a spreadsheet on the way does not run it");
    assert_eq!(cell("Share with Microsoft sales team"), "No", "a lead is not co-sell");
    assert_eq!(
        cell("Errors"),
        format!("Hearth {}", hanbit().hearth_id),
        "an upload passes over it, and we know our own again"
    );
    for heading in ["Microsoft Referral Status", "Sales Stage", "Notes to Microsoft"] {
        assert_eq!(cell(heading), "", "{heading}: not ours to say");
    }
}

#[test]
fn how_a_lead_ended_is_told_to_partner_center_in_its_codes() {
    let mut lead = hanbit();
    let archived = |outcome, reason| {
        Stage::Archived(Archived {
            outcome,
            archived_at: at("2026-11-20T00:00:00Z"),
            reason: Reason::try_from(reason).ok(),
            reason_text: None,
            notes: None,
            accepted_at: None,
        })
    };
    lead.source_status = SourceStatus { status: Some("Active".into()), substatus: Some("Accepted".into()) };
    lead.stage = archived(Outcome::Lost, 3);
    let cells = filled(&text(ExportFormat::PartnerCenterCsv, &[lead.clone()]));
    let words =
        ["Partner Referral Status", "Partner Referral Substatus", "Declined/Lost reason"].map(|h| cell(&cells, h));
    assert_eq!(words, ["Closed", "Lost", "3"], "domain.md 2.1");
    lead.stage = Stage::Received;
    lead.source_status = SourceStatus { status: Some("New".into()), substatus: Some("Pending".into()) };
    let cells = filled(&text(ExportFormat::PartnerCenterCsv, &[lead]));
    assert_eq!(cell(&cells, "Partner Referral Substatus"), "Pending", "its own word while it is still true");
}

#[test]
fn a_lead_for_salesforce_has_what_salesforce_requires() {
    let cells = filled(&text(ExportFormat::SalesforceCsv, &[hanbit()]));
    let pick = |heading| cell(&cells, heading);
    assert_eq!((pick("LastName"), pick("FirstName"), pick("Company")), ("김", "민지", "한빛전자"), "its API names");
    assert_eq!(pick("Street"), "테헤란로 1\n3층", "one field of several lines");
    assert_eq!(
        (pick("Status"), pick("Rating"), pick("LeadSource")),
        ("Working - Contacted", "Hot", "Web"),
        "its words"
    );
    assert_eq!(pick("Phone"), "+82 2-555-0172", "a phone stays a phone");
    assert_eq!((pick("Hearth ID"), pick("Referral ID").len()), ("00c0ffee00c0ffee", 36), "to come back by");
    let mut nobody = hanbit();
    nobody.contacts.clear();
    nobody.customer.name = "가".repeat(300);
    let cells = filled(&text(ExportFormat::SalesforceCsv, &[nobody]));
    assert_eq!(cell(&cells, "LastName"), "[not provided]", "Salesforce takes no lead without one");
    let company = cell(&cells, "Company");
    assert!(company.chars().count() == 255 && company.ends_with('…'), "no longer than it takes, and it says so");
}

#[test]
fn a_lead_for_dynamics_has_a_topic_and_its_labels() {
    let cells = filled(&text(ExportFormat::DynamicsCsv, &[hanbit()]));
    let pick = |heading| cell(&cells, heading);
    assert_eq!(pick("Topic"), "Teams \"전사\" 도입", "the deal's name");
    assert_eq!((pick("Status"), pick("Status Reason"), pick("Rating")), ("Open", "Contacted", "Hot"), "its labels");
    assert_eq!(
        (pick("Est. Value"), pick("Currency"), pick("Est. Close Date")),
        ("48000000", "KRW", "2026-12-31"),
        "deal"
    );
    let mut unnamed = hanbit();
    unnamed.deal.name = None;
    let cells = filled(&text(ExportFormat::DynamicsCsv, &[unnamed]));
    assert_eq!(cell(&cells, "Topic"), "한빛전자", "Dynamics takes no lead without one");
}

#[test]
fn hearths_own_table_holds_everything_in_the_users_language() {
    let csv = text(ExportFormat::Csv, &[hanbit()]);
    assert!(csv.starts_with("\u{feff}Hearth ID,Referral ID,") && csv.ends_with("\r\n"), "UTF-8 with its mark, CRLF");
    let cells = filled(&csv);
    let pick = |heading| cell(&cells, heading);
    assert_eq!((pick("Received"), pick("Accepted")), ("2026-11-16T09:00:00Z", "2026-11-17T01:02:03.004Z"), "in UTC");
    assert_eq!(pick("Products"), "Teams; DynamicsAX,GP,NAV,SL", "a list in a cell");
    assert_eq!(pick("Team member"), "이 준, 010-5550-0100, jun@us.example", "a person in a cell");
    assert_eq!((pick("Stage"), pick("Favorite")), ("Accepted", "Yes"), "words");
    let korean = Setting { korean: true, width: Width { contacts: 2, ..Width::default() }, ..setting() };
    let csv = String::from_utf8(bytes(ExportFormat::Csv, &korean, &[hanbit()])).unwrap();
    let header = csv.lines().next().unwrap();
    assert!(header.contains("연락처 이메일,연락처 전화,연락처 2,연락처 이름 2"), "a second contact beside the first");
    let cells = filled(&csv);
    assert_eq!((cell(&cells, "단계"), cell(&cells, "즐겨찾기")), ("수락됨", "예"), "and in Korean");
}

#[test]
fn a_workbook_has_real_types() {
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    let mut lead = hanbit();
    lead.deal.notes = Some("가😀".repeat(20_000));
    let file = bytes(ExportFormat::Xlsx, &setting(), &[lead]);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).unwrap();
    let sheet = book.worksheet_range("Leads").unwrap();
    let headings: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let row = sheet.rows().nth(1).unwrap();
    let cell = |heading: &str| &row[headings.iter().position(|h| h == heading).unwrap()];
    assert_eq!(cell("Estimated value"), &Data::Float(48_000_000.0), "a number that adds up");
    assert_eq!(cell("Favorite"), &Data::Bool(true), "a yes");
    let Data::DateTime(accepted) = cell("Accepted") else { panic!("an instant, not {:?}", cell("Accepted")) };
    assert_eq!(accepted.to_ymd_hms_milli(), (2026, 11, 17, 1, 2, 3, 4), "an instant that sorts, to the millisecond");
    let Data::DateTime(buys) = cell("Estimated purchase date") else { panic!("a day") };
    assert_eq!(buys.to_ymd_hms_milli(), (2026, 12, 31, 0, 0, 0, 0), "a day");
    assert_eq!(
        cell("Need"),
        &Data::String("Teams 도입\n=위험".into()),
        "a text is no formula, whatever it begins with"
    );
    let notes = cell("Notes").to_string();
    assert!(notes.encode_utf16().count() <= 32_767 && notes.ends_with('…'), "what no workbook holds is cut, visibly");
}

#[test]
fn json_is_one_lead_a_line_and_has_the_source_to_the_letter() {
    let mut place = Cursor::new(Vec::new());
    let raw = "{\"id\":\"1\",\"aKeyOfTheFuture\":{\"kept\":1.50}}";
    {
        let mut writer = begin(ExportFormat::Json, &mut place, &setting()).unwrap();
        writer.lead(&hanbit(), Some(Source { file_name: "leads.json", raw })).unwrap();
        writer.lead(&hanbit(), Some(Source { file_name: "leads.json", raw: "{damaged" })).unwrap();
        writer.finish().unwrap();
    }
    let text = String::from_utf8(place.into_inner()).unwrap();
    assert_eq!(text.lines().count(), 4, "one lead a line");
    assert!(text.starts_with("{\"hearth\":1,\"exportedAt\":\"2026-11-24T09:00:00.000Z\",\"leads\":[\n"), "what it is");
    assert!(text.contains(raw), "unknown keys and all decimals");
    let value: serde_json::Value = serde_json::from_str(&text).expect("a damaged row damages no file");
    assert_eq!(value["leads"][1]["deal"]["amount"], "48000000", "an amount is text, exact");
    assert_eq!(value["leads"][1].get("source"), None, "nothing is better than damage");
}

#[test]
fn a_card_is_read_by_another_program() {
    use calcard::vcard::{VCard, VCardProperty};
    let mut lead = hanbit();
    lead.customer.name = "한빛;전자, \\주식회사".repeat(5);
    let cards = text(ExportFormat::Vcard, &[lead.clone()]);
    assert!(cards.lines().all(|line| line.len() <= 75), "folded: {cards}");
    let card = VCard::parse(&cards).unwrap();
    let value = |property: VCardProperty| {
        let entry = card.entries.iter().find(|entry| entry.name == property).expect("an entry");
        entry.values.iter().filter_map(|value| value.as_text()).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(value(VCardProperty::Fn), ["김민지"], "the name");
    assert_eq!(value(VCardProperty::N)[..2], ["김", "민지"], "family name, then given name");
    assert_eq!(value(VCardProperty::Org), [lead.customer.name], "signs that mean something else come back");
    assert_eq!(value(VCardProperty::Tel), ["+82 2-555-0172"], "the phone");
    assert!(cards.contains("UID:urn:hearth:00c0ffee00c0ffee:1\r\n"), "the same card again replaces itself");
}

#[test]
fn a_calendar_is_read_by_another_program() {
    use calcard::icalendar::{ICalendar, ICalendarProperty};
    let text = text(ExportFormat::Calendar, &[hanbit()]);
    let calendar = ICalendar::parse(&text).unwrap();
    assert_eq!(calendar.components.len(), 3, "the calendar, a purchase and a follow-up");
    let value = |component: usize, property: ICalendarProperty| {
        let entry =
            calendar.components[component].entries.iter().find(|entry| entry.name == property).expect("an entry");
        entry.values.iter().filter_map(|value| value.as_text()).map(str::to_owned).collect::<Vec<_>>().join("")
    };
    assert_eq!(value(1, ICalendarProperty::Summary), "Buys: 한빛전자", "in words");
    assert_eq!(value(1, ICalendarProperty::Uid), "00c0ffee00c0ffee-purchase@hearth", "the same name every time");
    assert_eq!(value(2, ICalendarProperty::Description), "견적, 다시", "with the note");
    assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\n"), "the whole day");
    assert!(text.contains("DTSTAMP:20261124T090000Z\r\n"), "when it was said");
}

#[test]
fn hostile_texts_stay_texts_in_every_format() {
    let notes = "x\"y,\n".repeat(200_000);
    let texts = ["=cmd|'/C calc'!A0", "\"quoted\", and\r\nbroken", "👩‍👩‍👧 emoji", "\u{202e}עברית", "END:VCARD", &notes];
    for hostile in texts {
        let mut lead = hanbit();
        lead.need.text = hostile.to_owned();
        lead.customer.name = hostile.chars().take(400).collect::<String>().replace(['\r', '\n'], " ");
        lead.contacts[0].name.clone_from(&lead.customer.name);
        for format in ExportFormat::ALL {
            let file = bytes(format, &setting(), &[lead.clone()]);
            assert!(!file.is_empty(), "{format:?} is written");
            if format == ExportFormat::Csv {
                let cells = filled(std::str::from_utf8(&file).unwrap());
                let need = crate::exchange::guard::unguarded(cell(&cells, "Need"));
                assert_eq!(need, hostile, "whole, and no formula");
                assert!(!cell(&cells, "Customer").starts_with('='), "no spreadsheet runs it");
            }
            if format == ExportFormat::Vcard {
                let cards = std::str::from_utf8(&file).unwrap();
                assert_eq!(cards.matches("\r\nEND:VCARD").count(), 1, "a text ends no card");
            }
        }
    }
}
