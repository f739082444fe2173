//! Tabs, stages, counts, search, order, and the way from lead to lead.

use crate::desk::Desk;
use crate::files::{Referral, hot, lead};
use crate::window::keys;

fn some() -> Vec<Referral> {
    vec![
        hot("Fabrikam", "2026-11-20T09:00:30Z").value(10_000.0, "USD"),
        lead("Contoso", "2026-11-18T09:00:30Z").value(90_000.0, "USD").contact(
            "Priya",
            "Raman",
            "priya@contoso.example",
            "555 0178",
        ),
        lead("한빛물류 주식회사", "2026-11-21T09:00:30Z")
            .value(50_000.0, "USD")
            .need("재고 시스템을 클라우드로 옮기려고 합니다."),
        lead("Northwind Traders", "2026-11-19T09:00:30Z").qualified(),
        lead("Adventure Works", "2026-11-01T09:00:30Z").accepted("2026-11-02T09:00:30Z", "Point of sale"),
    ]
}

#[test]
fn tabs_and_stages_say_how_many_leads_they_hold() {
    let desk = Desk::with_leads(&some());
    let window = desk.window();
    for (tab, count) in [
        ("Marketplace leads", "4"),
        ("Qualified leads", "1"),
        ("Favorites", "0"),
        ("Received", "3"),
        ("Accepted", "1"),
        ("Archived", "0"),
    ] {
        window.until_count(tab, count);
    }
    window.go_to("Qualified leads");
    window.until_listed(&["Northwind Traders"]);
    window.until_count("Received", "1");
}

#[test]
fn two_korean_syllables_find_the_middle_of_a_word() {
    let desk = Desk::with_leads(&some());
    let window = desk.window();
    window.fill("Search all leads", "물류");
    window.until_listed(&["한빛물류 주식회사"]);
    window.fill("Search all leads", "raman");
    window.until_listed(&["Contoso"]);
    window.fill("Search all leads", "northwind");
    window.until_says("Nothing found in this list");
    window.button("1 in Qualified leads, Received");
    window.until_listed(&["Northwind Traders"]);
    window.press("/");
    window.press(keys::ESCAPE);
    window.until_count("Marketplace leads", "4");
}

#[test]
fn a_list_is_sorted_by_what_the_user_asks_for() {
    let desk = Desk::with_leads(&some());
    let window = desk.window();
    window.until_listed(&["Fabrikam", "Contoso", "한빛물류 주식회사"]);
    for (order, listed) in [
        ("Value", ["Contoso", "한빛물류 주식회사", "Fabrikam"]),
        ("Received", ["한빛물류 주식회사", "Fabrikam", "Contoso"]),
        ("Respond by", ["Contoso", "Fabrikam", "한빛물류 주식회사"]),
        ("Customer", ["Contoso", "Fabrikam", "한빛물류 주식회사"]),
    ] {
        window.choose("Sort by", order);
        window.until_listed(&listed);
    }
    window.button("Ascending order; switch to descending");
    window.until_listed(&["한빛물류 주식회사", "Fabrikam", "Contoso"]);
}

#[test]
fn the_keys_lead_from_lead_to_lead_without_the_list() {
    let desk = Desk::with_leads(&some());
    let window = desk.window();
    window.open_row("Fabrikam");
    window.press("j");
    window.until_open("Contoso");
    window.button("Next lead");
    window.until_open("한빛물류 주식회사");
    window.press("k");
    window.until_open("Contoso");
    window.button("Previous lead");
    window.until_open("Fabrikam");
    window.press("?");
    window.find("dialog", "Keys");
    window.press(keys::ESCAPE);
    window.until_no_dialog();
}
