//! The figures of [`desk_bulk`] alone, on 100,000 received leads of which each has reminders before it. `--quick` does it in small.

use chrono::TimeDelta;
use hearth_core::actions::{change, plan};
use hearth_core::domain::history::{Action, Actor};
use hearth_core::domain::lead::*;
use hearth_core::domain::time::Timestamp;
use hearth_core::store::leads;
use rusqlite::Connection;

mod desk_bulk;

/// Friday, 2026-11-20, 17:00.
const NOW: Timestamp = Timestamp::from_millis(1_795_194_000_000);

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let count = if quick { 2_000 } else { 100_000 };
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the target folder can be written");
    let desk = folder.path().join("desk.db");
    let app = desk_bulk::open(&desk, NOW);
    app.write(|tx, now, changes| {
        for number in 0..count {
            let mut lead = lead(number);
            lead.id = leads::insert(tx, &lead)?;
            let file = Actor::File("leads.json".into());
            let told = change::Told { action: Action::Received, actor: &file, at: lead.received_at, now };
            change::append(tx, &lead, &told, &[])?;
            plan::of_lead(tx, &lead, now)?;
        }
        changes.all();
        Ok(())
    })
    .expect("leads are written");
    drop(app);
    // One file without a journal can be copied.
    let connection = Connection::open(&desk).expect("our own file");
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("nobody else has it open");
    drop(connection);
    desk_bulk::bulk_100k(&desk, folder.path(), NOW, count, if quick { 1 } else { 5 });
}

fn lead(number: u32) -> Lead {
    let received_at = NOW.plus(TimeDelta::minutes(-i64::from(number % 10_000)));
    let contact = Contact {
        name: if number % 5 < 2 { "김민수".into() } else { "Robin Baker".into() },
        email: Some(format!("robin@customer{number}.example")),
        phone: Some("555-0142".into()),
        ..Contact::default()
    };
    Lead {
        id: 0,
        revision: 1,
        lead_type: LeadType::ALL[number as usize % LeadType::ALL.len()],
        origin: Origin::Import,
        referral_id: Some(format!("00000000-0000-4000-8000-{number:012}")),
        engagement_id: Some(format!("00000000-0000-4000-9000-{number:012}")),
        hearth_id: HearthId::default(),
        merged_into: None,
        favorite: number.is_multiple_of(50),
        received_at,
        respond_by: received_at.plus(TimeDelta::days(14)),
        stage: Stage::Received,
        customer: Customer { name: format!("Customer {number:06}"), country: Some("US".into()), ..Customer::default() },
        contacts: vec![contact],
        requested_contact: number.is_multiple_of(20),
        contacted: None,
        snoozed_until: None,
        follow_up: None,
        need: Need { text: "We want to move our file server to the cloud. ".repeat(4), ..Need::default() },
        deal: Deal::default(),
        employees: Vec::new(),
        invited_by: InvitedBy::default(),
        source_status: SourceStatus::default(),
    }
}
