//! What is done to one lead. The rules, and what a form may hold, are the window's: they are the core's.

use chrono::NaiveDateTime;
use hearth_core::api::{
    AcceptLead, CloseAsLost, CloseAsWon, DealForm, DeclineLead, LeadDetail, LeadRef, MarkContacted, handlers,
};
use hearth_core::app::App;
use hearth_core::domain::lead::{Employee, Reason};
use hearth_core::domain::time::Timestamp;
use hearth_core::texts::FluentValue;

use super::Done;
use crate::args::{Accept, Contact, Decline, Lose, Seen, Win};
use crate::failure::Failure;
use crate::session::Session;

pub fn accept(session: &mut Session, asked: Accept) -> Done {
    let employees = asked.employees.iter().map(|typed| employee(typed)).collect::<Result<_, _>>()?;
    let app = session.open()?;
    let revision = revision(&app, &asked.lead)?;
    let deal = DealForm {
        name: asked.name,
        amount: asked.value,
        currency: asked.currency,
        purchase_on: asked.date,
        notes: asked.notes,
        crm_id: asked.crm_id,
        campaign_id: asked.campaign_id,
    };
    let lead = handlers::accept_lead(&app, AcceptLead { id: asked.lead.id, revision, deal, employees })?;
    tell(session, "done-accepted", &lead)
}

pub fn decline(session: &mut Session, asked: Decline) -> Done {
    let app = session.open()?;
    let revision = revision(&app, &asked.lead)?;
    let reason = reason(Some(asked.reason));
    let lead = handlers::decline_lead(&app, DeclineLead { id: asked.lead.id, revision, reason, notes: asked.notes })?;
    tell(session, "done-declined", &lead)
}

pub fn win(session: &mut Session, asked: Win) -> Done {
    let app = session.open()?;
    let revision = revision(&app, &asked.lead)?;
    let lead = handlers::close_as_won(&app, CloseAsWon { id: asked.lead.id, revision, notes: asked.notes })?;
    tell(session, "done-won", &lead)
}

pub fn lose(session: &mut Session, asked: Lose) -> Done {
    let app = session.open()?;
    let revision = revision(&app, &asked.lead)?;
    let reason = reason(asked.reason);
    let lead = handlers::close_as_lost(&app, CloseAsLost { id: asked.lead.id, revision, reason, notes: asked.notes })?;
    tell(session, "done-lost", &lead)
}

pub fn contact(session: &mut Session, asked: Contact) -> Done {
    let app = session.open()?;
    let revision = revision(&app, &asked.lead)?;
    let at = match &asked.at {
        None => app.now(),
        Some(typed) => {
            instant(&app, typed).ok_or_else(|| Failure::Unreadable { argument: "--at", value: typed.clone() })?
        }
    };
    let request = MarkContacted { id: asked.lead.id, revision, at, way: asked.way.into(), note: asked.note };
    let lead = handlers::mark_contacted(&app, request)?;
    tell(session, "done-contacted", &lead)
}

/// The revision that the user says they saw, or the present one.
fn revision(app: &App, seen: &Seen) -> Result<i64, Failure> {
    match seen.revision {
        Some(revision) => Ok(revision),
        None => Ok(handlers::get_lead(app, LeadRef { id: seen.id })?.revision),
    }
}

fn reason(code: Option<u8>) -> Option<Reason> {
    code.and_then(|code| Reason::try_from(code).ok())
}

/// `name, phone, e-mail`: what has an @ is the address, whatever comes first.
fn employee(typed: &str) -> Result<Employee, Failure> {
    let unreadable = || Failure::Unreadable { argument: "--employee", value: typed.to_owned() };
    let mut parts = typed.split(',').map(str::trim);
    let mut employee = Employee { name: parts.next().unwrap_or_default().to_owned(), ..Employee::default() };
    for part in parts.filter(|part| !part.is_empty()) {
        let place = if part.contains('@') { &mut employee.email } else { &mut employee.phone };
        if place.replace(part.to_owned()).is_some() {
            return Err(unreadable());
        }
    }
    Ok(employee)
}

/// A time on the clock on the wall, or one that says its zone.
fn instant(app: &App, typed: &str) -> Option<Timestamp> {
    let here = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    let local = here.iter().find_map(|format| NaiveDateTime::parse_from_str(typed.trim(), format).ok());
    match local {
        Some(local) => Some(app.zone().instant(local)),
        None => Timestamp::parse(typed),
    }
}

fn tell(session: &Session, id: &str, lead: &LeadDetail) -> Done {
    if session.json {
        session.out.json(lead);
    } else {
        session.out.line(session.format(id, &[("customer", FluentValue::from(lead.customer.name.as_str()))]));
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_employee_is_a_name_and_what_else_is_known() {
        let read = |typed| employee(typed).unwrap();
        let whole = read("Kim Minji, +82 2 555 0100, minji@partner.example");
        assert_eq!((whole.name.as_str(), whole.phone.as_deref()), ("Kim Minji", Some("+82 2 555 0100")), "in order");
        assert_eq!(whole.email.as_deref(), Some("minji@partner.example"), "as typed");
        assert_eq!(read("Sam, sam@partner.example").phone, None, "an address is known by its @");
        assert!(employee("Sam, 1, 2").is_err(), "two phone numbers are one too many");
    }
}
