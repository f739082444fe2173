//! The desk before the first lead, and the sample leads.

use crate::desk::Desk;

#[test]
fn an_empty_desk_offers_three_ways_to_a_first_lead() {
    let desk = Desk::start();
    let window = desk.window();
    window.until_says("Which customer is waiting?");
    for way in ["Import leads", "Add a lead", "Explore with sample leads"] {
        window.until_says(way);
    }
    window.click_css("main button:nth-of-type(2)");
    window.fill("Customer", "Northwind Traders");
    window.fill("What the customer needs", "A move of the mail to the cloud.");
    window.button("Add lead");
    window.until_open("Northwind Traders");
    window.until_count("Marketplace leads", "1");
    assert!(window.card("History").contains("Added by hand"), "the history begins with how it came in");
}

#[test]
fn sample_leads_are_explored_and_removed_by_one_click() {
    let desk = Desk::start();
    let window = desk.window();
    window.click_css("main button:nth-of-type(3)");
    window.until_says("40 sample leads");
    let customers = window.until_found("samples are listed", || Some(window.listed()).filter(|rows| rows.len() > 5));
    assert!(
        customers.iter().any(|name| name.chars().any(|c| ('가'..='힣').contains(&c))),
        "some of the samples are Korean: {customers:?}"
    );
    window.open_row("Fabrikam, Inc.");
    assert!(window.text().contains("left"), "a customer among them is waiting, and the time runs");
    window.button("Remove them");
    window.until_says("Which customer is waiting?");
    drop(window);
    desk.restart();
    desk.window().until_says("Which customer is waiting?");
}
