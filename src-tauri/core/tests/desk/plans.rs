//! How the database answers what lists ask: by a walk along an index or a look at a few leads, never by a look at all of them or
//! by sorting.

use hearth_core::store::desk;

use crate::support::Desk;

/// Statements that read every lead, each once: the desk is loaded with them.
const LOADS: [&str; 3] = ["load", "load texts", "load one text"];

#[test]
fn lists_are_answered_by_indexes() {
    let desk = Desk::new();
    let raw = desk.raw();
    let mut loads = 0;
    for (name, sql) in desk::statements() {
        let mut statement = raw.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let parameters = statement.parameter_count();
        let plan: Vec<String> = statement
            .query_map(rusqlite::params_from_iter(vec![0; parameters]), |row| row.get("detail"))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let plan = plan.join("; ");
        assert!(!plan.contains("TEMP B-TREE"), "{name} sorts: {plan}");
        if name == "load one text" {
            assert_eq!(plan, "SCAN leads", "{name}: a text that no index has is read from the leads, once");
            loads += 1;
        } else if LOADS.contains(&name) {
            assert_eq!(plan, "SCAN leads USING COVERING INDEX leads_desk", "{name}: the index from end to end, once");
            loads += 1;
        } else if name.starts_with("customers") {
            assert_eq!(plan, "SCAN leads USING COVERING INDEX leads_by_customer", "{name}: in order, as far as needed");
        } else {
            assert!(plan.starts_with("SEARCH leads USING "), "{name} looks at all leads: {plan}");
        }
    }
    assert_eq!(loads, 5, "and there are no others");
}
