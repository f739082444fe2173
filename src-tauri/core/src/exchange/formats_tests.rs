//! Every other kind of file, each on a small invented one: whose it is, and what becomes of its rows.

use serde_json::json;

use super::format::Format;
use super::*;
use crate::domain::lead::{ContactWay, LeadType, Outcome};

fn file(text: &str) -> ReadFile {
    read("a", text.as_bytes()).expect("a file of leads")
}

fn leads(file: ReadFile) -> Vec<Incoming> {
    let lead = |row| match row {
        Row::Lead(lead) => *lead,
        other => panic!("not a lead: {other:?}"),
    };
    file.rows.into_iter().map(lead).collect()
}

fn only(text: &str) -> (Format, Incoming) {
    let file = file(text);
    (file.look.format, leads(file).remove(0))
}

#[test]
fn salesforces_words_become_ours() {
    let row = |status: &str| {
        let (format, incoming) = only(&format!(
            "First Name,Last Name,Company,Title,Street,City,Phone,Mobile,Email,Description,Lead Source,Lead Status,Rating,Referral ID,Hearth ID\n\
             Dana,Whitfield,Fabrikam,CIO,\"1 Main St\nFloor 2\",Redmond,,+1 425 555 0100,dana@fabrikam.example,Needs Teams,Web,{status},Hot,r-1,00000000000000ff\n"
        ));
        assert_eq!(format, Format::SalesforceCsv, "by its headings");
        incoming
    };
    let incoming = row("Open - Not Contacted");
    let lead = &incoming.lead;
    assert_eq!((lead.customer.name.as_str(), lead.need.text.as_str()), ("Fabrikam", "Needs Teams"), "the need");
    assert_eq!(lead.contacts[0].phone.as_deref(), Some("+1 425 555 0100"), "a mobile where there is no other phone");
    assert_eq!(lead.customer.address_line2.as_deref(), Some("Floor 2"), "a street of two lines");
    assert_eq!(lead.hearth_id.0, 255, "by which it is known again");
    assert_eq!(lead.referral_id.as_deref(), Some("r-1"), "and the referral's id");
    assert!(lead.requested_contact, "a wish to be called, which we wrote as a rating");
    assert_eq!(lead.stage, Stage::Received, "open");
    assert!(!incoming.known.contains(&Field::ReceivedAt), "no date was told");
    assert_eq!(row("Working - Contacted").lead.stage, Stage::Accepted { accepted_at: None }, "somebody works on it");
    let Stage::Archived(end) = row("Closed - Converted").lead.stage else { panic!("closed") };
    assert_eq!(end.outcome, Outcome::Won, "converted");
    let foreign = "Last Name,Company,Lead Status,Lead Source,Rating\nLee,[not provided],Open,Web,Hot\nLee,A &amp; B,Open,Web,Hot\n";
    let rows = file(foreign).rows;
    assert!(
        matches!(&rows[0], Row::Refused { refused, .. } if refused.reason == RefusedReason::MissingCustomer),
        "nobody"
    );
    let Row::Lead(other) = &rows[1] else { panic!("{rows:?}") };
    assert!(!other.lead.requested_contact, "anybody else's hot rating is no wish to be called");
    assert_eq!(
        (other.lead.contacts[0].name.as_str(), &other.lead.contacts[0].family_name),
        ("Lee", &None),
        "a whole name"
    );
    let custom = row("Nurturing");
    assert!(!custom.known.contains(&Field::Stage), "an own word says nothing of a stage");
}

#[test]
fn salesforces_data_tree_is_read_with_its_keys() {
    let tree = json!({"records": [
        {"attributes": {"type": "Lead", "referenceId": "Lead1"}, "FirstName": "Dana", "LastName": "Whitfield", "Company": "Fabrikam", "Status": "Working - Contacted"},
        {"attributes": {"type": "Lead"}, "LastName": "Park", "Company": "", "Status": "Open - Not Contacted"}
    ]});
    let file = file(&tree.to_string());
    assert_eq!(file.look.format, Format::SalesforceJson, "records with attributes");
    let Row::Lead(incoming) = &file.rows[0] else { panic!("{:?}", file.rows) };
    assert_eq!(incoming.lead.contacts[0].name, "Dana Whitfield", "the contact");
    assert_eq!(incoming.raw.clone().into_value()["attributes"]["referenceId"], "Lead1", "kept whole");
    let Row::Refused { refused, raw } = &file.rows[1] else { panic!("{:?}", file.rows) };
    assert_eq!(
        (refused.row, refused.reason, refused.column.as_deref()),
        (2, RefusedReason::MissingCustomer, Some("Company")),
        "named"
    );
    assert!(raw.is_some(), "and kept for the file of failed rows");
}

#[test]
fn dynamics_is_read_by_labels_and_by_logical_names() {
    let labels = "Topic,First Name,Last Name,Company Name,Business Phone,Email,Street 1,Status,Status Reason,Est. Value,Currency,Est. Close Date\n\
        Shop rollout,Dana,Whitfield,Fabrikam,+1 425 555 0100,dana@fabrikam.example,1 Main St,Open,Contacted,\"10,000.50\",US Dollar,12/1/2026\n";
    let (format, incoming) = only(labels);
    assert_eq!(format, Format::Dynamics, "by its topic");
    let lead = incoming.lead;
    assert_eq!(lead.stage, Stage::Accepted { accepted_at: None }, "open and contacted");
    assert_eq!(lead.deal.name.as_deref(), Some("Shop rollout"), "the topic is the deal's name");
    assert_eq!(lead.deal.value.unwrap().amount(), "10000.50", "in the currency that Dynamics writes out");
    assert_eq!(lead.deal.purchase_on.unwrap().to_string(), "2026-12-01", "month first");
    let logical = "subject,lastname,companyname,statecode,statuscode\nA,B,C,2,5\n";
    let (format, incoming) = only(logical);
    let Stage::Archived(end) = incoming.lead.stage else { panic!("disqualified") };
    assert_eq!((format, end.outcome), (Format::Dynamics, Outcome::Lost), "by code");
}

#[test]
fn our_own_table_is_read_in_both_languages() {
    let english = "Hearth ID,Customer,Contact,Contact e-mail,Contact 2,Contact e-mail 2,Lead type,Stage,Outcome,Received,Archived,Reason,Favorite,Contacted,Contacted by,Follow-up,Industries,Estimated value,Currency,Team member,Notes,Need\n\
        00000000000000ff,Fabrikam,Dana,d@x.example,Sam,s@x.example,Sales qualified,Archived,Declined,2026-11-19T09:00:00.123Z,2026-11-20T09:00:00Z,3: Customer chose another vendor,Yes,2026-11-19T10:00:00Z,Phone,2026-12-01,\"a; b\",12.5,USD,\"Smith\\, Bob, 02, b@x.example\",n,w\n";
    let korean = "Hearth ID,고객,연락처,연락처 이메일,연락처 2,연락처 이메일 2,잠재 고객 유형,단계,결과,받은 시각,보관된 시각,사유,즐겨찾기,연락한 시각,연락 방법,후속 연락일,산업,예상 거래 금액,통화,팀 구성원,메모,요청 내용\n\
        00000000000000ff,Fabrikam,Dana,d@x.example,Sam,s@x.example,영업 적격,보관됨,거절됨,2026-11-19T09:00:00.123Z,2026-11-20T09:00:00Z,3: 고객이 다른 공급업체를 선택함,예,2026-11-19T10:00:00Z,전화,2026-12-01,\"a; b\",12.5,USD,\"Smith\\, Bob, 02, b@x.example\",n,w\n";
    let ((format, incoming), (_, other)) = (only(english), only(korean));
    assert_eq!(format, Format::HearthTable, "by our own headings");
    assert_eq!((&incoming.lead, &incoming.known), (&other.lead, &other.known), "the language changes nothing");
    let lead = incoming.lead;
    assert_eq!(lead.lead_type, LeadType::SalesQualified, "in words");
    assert_eq!(lead.received_at.to_string(), "2026-11-19T09:00:00.123Z", "to the millisecond");
    assert_eq!(lead.contacts.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["Dana", "Sam"], "numbered contacts");
    assert_eq!(lead.contacts[1].email.as_deref(), Some("s@x.example"), "each with its own");
    let Stage::Archived(end) = &lead.stage else { panic!("archived") };
    assert_eq!((&end.outcome, end.reason.map(|r| r.code())), (&Outcome::Declined, Some(3)), "how it ended");
    assert_eq!(lead.contacted.as_ref().map(|c| c.way), Some(ContactWay::Phone), "how it was contacted");
    assert_eq!(lead.need.industries, ["a", "b"], "a list in a cell");
    assert_eq!(lead.employees[0].name, "Smith, Bob", "a comma in a name");
    assert_eq!((lead.need.text.as_str(), lead.deal.notes.as_deref()), ("w", Some("n")), "two things, two columns");
}

#[test]
fn our_own_json_comes_back_with_what_the_source_had() {
    let text = json!({"hearth": 1, "leads": [{
        "hearthId": "00000000000000ff", "leadType": "customerInquiry", "origin": "import", "favorite": true,
        "receivedAt": "2026-11-19T09:00:00.000Z", "respondBy": "2026-12-03T09:00:00.000Z", "stage": "received",
        "customer": {"name": "Oil &amp; Gas"}, "source": {"fileName": "a.json", "raw": {"id": "r", "keyOfTomorrow": 1}}
    }, {"hearthId": "00000000000000fe"}]});
    let file = file(&text.to_string());
    assert_eq!(file.look.format, Format::HearthJson, "ours");
    let Row::Lead(incoming) = &file.rows[0] else { panic!("{:?}", file.rows) };
    assert_eq!(incoming.lead.customer.name, "Oil &amp; Gas", "verbatim: we write no entities");
    assert_eq!(incoming.raw.clone().into_value()["keyOfTomorrow"], 1, "the source's own object");
    assert!(incoming.known.contains(&Field::Favorite) && !incoming.known.contains(&Field::Notes), "what is written");
    assert!(matches!(file.rows[1], Row::Refused { .. }), "half a lead is none");
    let newer = text.to_string().replace("\"hearth\":1", "\"hearth\":2");
    assert_eq!(read("", newer.as_bytes()).unwrap_err(), FileProblem::NotLeads, "of a Hearth to come");
    assert_eq!(read("", b"{\"hearth\":1,\"leads\":[]}").unwrap().look.format, Format::HearthJson, "nothing, but ours");
}

#[test]
fn a_marketplace_lead_that_asks_for_contact_is_a_flame() {
    let lead = json!({"ActionCode": "PLT", "OfferTitle": "Backup", "LeadSource": "AzureMarketplace-PLT|Backup", "Description": "Call me",
        "UserDetails": {"Company": "Contoso", "Country": "US", "Email": "a@contoso.example", "FirstName": "Ann", "LastName": "Lee", "Phone": "1", "Title": "CIO"}});
    let (format, incoming) = only(&lead.to_string());
    assert_eq!(format, Format::MarketplaceLead, "by its keys");
    assert!(incoming.lead.requested_contact, "contact me");
    assert_eq!(
        (incoming.lead.need.text.as_str(), incoming.lead.need.solutions.as_slice()),
        ("Call me", &["Backup".to_owned()][..]),
        "what it is about"
    );
}

#[test]
fn any_other_table_is_read_by_its_mapping() {
    let text = "회사;담당자;연락처;이메일;예상 금액(원);접수일\n한빛전자;김민수;02-555-0101;minsu@hanbit.example;48,000,000;2026. 11. 3.\n;;;;;\n다온;이수진;;;;\n";
    let mut leads = leads(file(text));
    let (second, first) = (leads.pop().unwrap(), leads.pop().unwrap());
    assert_eq!(first.lead.deal.value.as_ref().map(|v| v.minor), Some(48_000_000), "won");
    assert_eq!(first.lead.received_at.to_string(), "2026-11-03T00:00:00.000Z", "a Korean day");
    assert!(first.known.contains(&Field::Contacts) && !first.known.contains(&Field::Stage), "what stands there");
    assert_eq!(second.known, [Field::Customer, Field::Contacts], "an empty cell tells nothing");
    let opened = open_bytes("a", "A,B\nContoso,2026-11-03\n".as_bytes()).unwrap();
    let mut mapping = opened.look.mapping.clone().unwrap();
    assert!(matches!(opened.rows(None), Err(FileProblem::MissingColumns { .. })), "nobody said whose leads they are");
    mapping.columns[0].column = Some(column::Column::CustomerName);
    let rows: Vec<Row> = opened.rows(Some(&mapping)).unwrap().collect::<Result<_, _>>().unwrap();
    assert!(matches!(&rows[0], Row::Lead(lead) if lead.lead.customer.name == "Contoso"), "now somebody did");
}

#[test]
fn the_reason_of_a_failed_row_is_passed_over() {
    let (_, incoming) = only(&format!("Customer Name,Referral ID,{}\nA,1,because\n", failed::WHY_NOT.0));
    assert_eq!(incoming.lead.customer.name, "A", "a file of failed rows is imported as it is");
}

#[test]
fn a_guarded_cell_comes_back() {
    let (_, incoming) = only("Customer Name,Referral ID,Notes\n'=1+1,1,'+x\n");
    assert_eq!(incoming.lead.customer.name, "=1+1", "the apostrophe was ours");
}

#[test]
fn joined_replies_and_one_a_line_are_one_file() {
    let lead = |id: &str| {
        json!({"id": id, "createdDateTime": "2026-11-19T09:00:00Z", "status": "New", "customerProfile": {"name": id}})
            .to_string()
    };
    let list = |id: &str| format!("{{\"value\":[{}],\"@odata.nextLink\":\"x\"}}", lead(id));
    let reply = format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}\r\n", list("a"));
    for (text, count) in [
        (format!("{}{}", list("a"), list("b")), 2),
        (format!("{}\n{}\n{}\n", lead("a"), lead("b"), lead("c")), 3),
        (format!("[{}],\n[{},]", lead("a"), lead("b")), 2),
        (format!("[{}\n{}]", lead("a"), lead("b")), 2),
        (reply, 1),
    ] {
        let file = file(&text);
        assert_eq!((file.rows.len(), file.look.rows), (count, count as u32), "{text}");
        assert!(file.rows.iter().all(|row| matches!(row, Row::Lead(_))), "{text}");
    }
}
