//! What is kept of imports: saved mappings, the list of what was done, files that came by themselves.

use hearth_core::actions::import::FileReport;
use hearth_core::actions::watched_folder::{Watched, note_arrival, set_watched_folder, watched_folder};
use hearth_core::api::*;

use crate::dry_run::of;
use crate::imports::text;
use crate::support::Desk;

fn mapping(headings: &[&str]) -> Mapping {
    let columns = headings.iter().map(|heading| MappedColumn { heading: (*heading).into(), column: None }).collect();
    Mapping { columns, ..Mapping::default() }
}

#[test]
fn mappings_are_saved_by_name() {
    let desk = Desk::new();
    let save = |name: &str, mapping: Mapping| {
        handlers::save_mapping(&desk.app, SaveMapping { name: name.into(), mapping }).map(|saved| saved.names)
    };
    assert_eq!(save("  Trade\u{a0} fair ", mapping(&["Firma"])), Ok(vec!["Trade fair".into()]), "cleaned");
    assert_eq!(
        save("TRADE FAIR", mapping(&["Company"])),
        Ok(vec!["TRADE FAIR".into()]),
        "one of that name is replaced"
    );
    let get = |name: &str| handlers::get_mapping(&desk.app, MappingName { name: name.into() });
    assert_eq!(get("trade fair"), Ok(mapping(&["Company"])), "by the new one");
    let wrong = |problem| Err(ApiError::Invalid { fields: vec![InvalidField { field: "name".into(), problem }] });
    assert_eq!(save(" ", mapping(&[])), wrong(FieldProblem::Required), "it needs a name");
    assert_eq!(save(&"가".repeat(101), mapping(&[])), wrong(FieldProblem::TooLong), "of at most 100 characters");
    let delete = |name: &str| handlers::delete_mapping(&desk.app, MappingName { name: name.into() });
    assert_eq!(delete("Trade Fair").map(|saved| saved.names), Ok(vec![]), "and forgotten");
    assert_eq!(delete("Trade Fair").err(), Some(ApiError::NotFound), "once");
}

#[test]
fn imports_are_listed_with_what_they_did() {
    let desk = Desk::new();
    desk.import("a.json", text(&of("a", "Adatum")));
    desk.import("a.json", text(&of("a", "Adatum")));
    desk.set("2026-11-20T10:00:00Z");
    desk.import("b.json", text(&of("b", "Bellows")));
    let imports = handlers::list_imports(&desk.app, Empty {}).unwrap().imports;
    let told: Vec<_> = imports.iter().map(|import| (import.files[0].name.as_str(), import.files[0].added)).collect();
    assert_eq!(told, [("b.json", 1), ("a.json", 1)], "newest first; one that did nothing is none");
    assert_eq!((imports[0].at, imports[0].by.clone()), (desk.clock_now(), desk.app.user()), "when and by whom");
}

#[test]
fn a_file_that_came_by_itself_is_told_in_the_bell() {
    let desk = Desk::new();
    let report = FileReport { name: "leads.csv".into(), added: 3, ..FileReport::default() };
    note_arrival(&desk.app, &report, None).unwrap();
    assert!(desk.heard().last().unwrap().reminders, "the window looks at the bell");
    assert_eq!(desk.state().unread_reminders, 1, "the bell counts it");
    let arrivals = desk.bell().arrivals;
    assert_eq!((&arrivals[0].report, arrivals[0].read), (&report, false), "with what became of it");
    handlers::mark_reminders_read(&desk.app, Empty {}).unwrap();
    assert_eq!((desk.state().unread_reminders, desk.bell().arrivals[0].read), (0, true), "until it was read");
}

#[test]
fn the_watched_folder_is_remembered() {
    let desk = Desk::new();
    assert_eq!(watched_folder(&desk.app), Ok(Watched::default()), "none, until one is chosen");
    set_watched_folder(&desk.app, Some("/inbox".into()), Some("Fair".into())).unwrap();
    let desk = desk.off_until("2026-11-21T09:00:00Z");
    let chosen = Watched { path: Some("/inbox".into()), mapping: Some("Fair".into()) };
    assert_eq!(watched_folder(&desk.app), Ok(chosen), "over a restart");
}

#[test]
fn a_saved_mapping_is_found_again_by_the_same_headings() {
    let desk = Desk::new();
    let mut mapping = mapping(&["Firma", "Quelle"]);
    mapping.columns[0].column = Some(Column::CustomerName);
    mapping.columns[1].column = Some(Column::Need);
    handlers::save_mapping(&desk.app, SaveMapping { name: "Fair".into(), mapping: mapping.clone() }).unwrap();
    let open = |content: &str| {
        let path = desk.folder().join("fair.csv");
        std::fs::write(&path, content).unwrap();
        hearth_core::actions::import::open_files(&desk.app, &[path]).remove(0)
    };
    let draft = open("Firma,Quelle\nAdatum,Stand 4\n");
    assert_eq!((draft.saved_mapping.as_deref(), draft.mapping), (Some("Fair"), Some(mapping)), "the same headings");
    let draft = open("Quelle,Firma\nStand 4,Adatum\n");
    let columns: Vec<_> = draft.mapping.unwrap().columns.into_iter().map(|column| column.column).collect();
    assert_eq!(columns, [Some(Column::Need), Some(Column::CustomerName)], "also in another order, each to its own");
    assert_eq!(open("Firma,Ort\nAdatum,Bonn\n").saved_mapping, None, "other headings are another table");
    assert_eq!(desk.import("fair.csv", "Firma,Quelle\nAdatum,Stand 4\n").added, 1, "and it is used");
    assert_eq!(desk.get(1).need.text, "Stand 4", "as it says");
}

#[test]
fn an_edited_table_of_our_own_wins_and_its_empty_cells_clear_nothing() {
    let desk = Desk::new();
    let lead = desk.add("Fabrikam");
    let id: i64 = desk.raw().query_row("SELECT hearth_id FROM leads", [], |row| row.get(0)).unwrap();
    let table = |customer: &str, city: &str, need: &str| {
        format!(
            "Hearth ID,Customer,City,Need,Contact e-mail,Stage\n{:016x},{customer},{city},{need},sue@fabrikam.example,Received\n",
            id.cast_unsigned()
        )
    };
    let same = desk.import("same.csv", table("Fabrikam", "Redmond", &lead.need.text));
    assert_eq!((same.unchanged, same.added), (1, 0), "what we have already changes nothing: {same:?}");
    let edited = desk.import("edited.csv", table("Fabrikam Inc.", "", ""));
    assert_eq!(edited.updated, 1, "what was edited comes in: {edited:?}");
    let after = desk.get(lead.id);
    assert_eq!(after.customer.name, "Fabrikam Inc.", "the edit");
    assert_eq!((after.customer.city.as_deref(), &after.need.text), (Some("Redmond"), &lead.need.text), "kept");
    assert_eq!(after.contacts, lead.contacts, "with the name and phone that the table has no column for");
    assert_eq!(desk.import("edited.csv", table("Fabrikam Inc.", "", "")).unchanged, 1, "and once is enough");
    handlers::accept_lead(
        &desk.app,
        AcceptLead {
            id: after.id,
            revision: desk.get(after.id).revision,
            deal: crate::support::deal(),
            employees: vec![],
        },
    )
    .unwrap();
    assert_eq!(desk.import("old.csv", table("Fabrikam Inc.", "", "")).unchanged, 1, "an answer is not taken back");
}
