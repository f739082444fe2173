//! What the user typed, made into what the domain takes, or the list of fields that are wrong.
//!
//! Every mistake of a form is found in one go; texts are cleaned on the way. Which fields are required:
//! domain.md, "Accept form".

use chrono::TimeDelta;

use super::bulk::BulkAction;
use super::requests::{AddLead, DealForm, MarkContacted, SetFollowUp};
use crate::domain::alarm_rules::{MOST_HOT_HOURS, MOST_MOMENTS, MOST_RESPOND_HOURS};
use crate::domain::bulk::{Deed, MOST_EMPLOYEES};
use crate::domain::lead::*;
use crate::domain::money::{BadAmount, Currency, Money};
use crate::domain::respond_by;
use crate::domain::settings::Settings;
use crate::domain::snooze;
use crate::domain::text::{MAX_LINE, MAX_NOTES, cleaned, whole_name};
use crate::domain::time::{Date, Timestamp};
use crate::error::{Error, FieldProblem, InvalidField};

/// A clock in the window may run a little ahead of ours, and its times are rounded to the minute.
const AHEAD: TimeDelta = TimeDelta::minutes(1);

/// So many actions of the window can have a key of the user's own, by names of so many characters.
const MOST_KEYS: usize = 100;
const MAX_KEY: usize = 60;

/// The mistakes found so far.
#[derive(Default)]
struct Form {
    invalid: Vec<InvalidField>,
}

impl Form {
    fn wrong(&mut self, field: &str, problem: FieldProblem) {
        self.invalid.push(InvalidField { field: field.to_owned(), problem });
    }

    /// An optional text of at most `most` characters.
    fn text(&mut self, field: &str, typed: &str, most: usize) -> Option<String> {
        let text = cleaned(typed)?;
        if text.chars().count() > most {
            self.wrong(field, FieldProblem::TooLong);
        }
        Some(text)
    }

    fn line(&mut self, field: &str, typed: &str) -> Option<String> {
        let text = self.text(field, typed, MAX_LINE)?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn email(&mut self, field: &str, typed: &str) -> Option<String> {
        let email = self.line(field, typed)?;
        let plausible = email.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty() && !host.is_empty() && !host.contains('@') && !email.contains(' ')
        });
        if !plausible {
            self.wrong(field, FieldProblem::NotAnEmail);
        }
        Some(email)
    }

    fn require<T>(&mut self, field: &str, value: &Option<T>) {
        if value.is_none() && !self.invalid.iter().any(|wrong| wrong.field == field) {
            self.wrong(field, FieldProblem::Required);
        }
    }

    fn money(&mut self, amount: &str, currency: &str) -> Option<Money> {
        let (amount, code) = (cleaned(amount), cleaned(currency));
        let currency = code.as_deref().and_then(Currency::parse);
        if code.is_some() && currency.is_none() {
            self.wrong("currency", FieldProblem::NotACurrency);
        }
        let amount = amount?;
        let Some(currency) = currency else {
            self.require("currency", &code);
            return None;
        };
        match Money::parse(&amount, currency) {
            Ok(money) => Some(money),
            Err(bad) => {
                self.wrong("amount", problem(bad));
                None
            }
        }
    }

    fn done<T>(self, value: T) -> Result<T, Error> {
        if self.invalid.is_empty() { Ok(value) } else { Err(Error::Invalid { fields: self.invalid }) }
    }
}

fn problem(bad: BadAmount) -> FieldProblem {
    match bad {
        BadAmount::NotANumber => FieldProblem::NotANumber,
        BadAmount::Negative => FieldProblem::Negative,
        BadAmount::TooLarge => FieldProblem::TooLarge,
        BadAmount::TooPrecise => FieldProblem::TooPrecise,
    }
}

/// The deal of an accept form, where name, value, purchase date and notes are required.
pub fn accepted(deal: &DealForm, employees: &[Employee], notes_so_far: usize) -> Result<(Deal, Vec<Employee>), Error> {
    let mut form = Form::default();
    let read = read_deal(&mut form, deal, notes_so_far);
    require_deal(&mut form, &read, deal, |_| true);
    let employees = read_employees(&mut form, employees);
    form.done((read, employees))
}

/// The deal of an edit form. An imported deal may lack what the accept form requires; what it has may not be emptied.
pub fn edited(deal: &DealForm, before: &Deal) -> Result<Deal, Error> {
    let mut form = Form::default();
    let read = read_deal(&mut form, deal, before.notes.as_deref().map_or(0, |notes| notes.chars().count()));
    require_deal(&mut form, &read, deal, |field| match field {
        "name" => before.name.is_some(),
        "amount" => before.value.is_some(),
        "purchaseOn" => before.purchase_on.is_some(),
        _ => before.notes.is_some(),
    });
    form.done(read)
}

/// The employees of an accepted lead.
pub fn employees(typed: &[Employee]) -> Result<Vec<Employee>, Error> {
    let mut form = Form::default();
    let employees = read_employees(&mut form, typed);
    form.done(employees)
}

/// Notes of a decline, a loss or a win.
pub fn notes(typed: &str) -> Result<Option<String>, Error> {
    let mut form = Form::default();
    let notes = form.text("notes", typed, MAX_NOTES);
    form.done(notes)
}

/// A decline: its reason is required.
pub fn declined(reason: Option<Reason>, typed: &str) -> Result<(Reason, Option<String>), Error> {
    let mut form = Form::default();
    let notes = form.text("notes", typed, MAX_NOTES);
    form.require("reason", &reason);
    match reason {
        Some(reason) => form.done((reason, notes)),
        None => Err(Error::Invalid { fields: form.invalid }),
    }
}

/// A contact with the customer, which cannot lie ahead.
pub fn contacted(request: &MarkContacted, now: Timestamp) -> Result<Contacted, Error> {
    let mut form = Form::default();
    let contacted = read_contacted(&mut form, request.at, request.way, &request.note, now);
    form.done(contacted)
}

/// An action on many leads: what a form for one lead requires of it.
pub fn deed(action: &BulkAction, now: Timestamp) -> Result<Deed, Error> {
    let mut form = Form::default();
    let deed = match action {
        BulkAction::Decline { reason, notes } => {
            let (reason, notes) = declined(*reason, notes)?;
            Deed::Decline { reason, notes }
        }
        BulkAction::MarkContacted { at, way, note } => {
            Deed::MarkContacted(read_contacted(&mut form, *at, *way, note, now))
        }
        BulkAction::SetFavorite { favorite } => Deed::SetFavorite(*favorite),
        BulkAction::AddEmployee { employee } => {
            Deed::AddEmployee(read_employee(&mut form, employee, |name| format!("employee.{name}")))
        }
        BulkAction::SetCampaign { campaign_id } => Deed::SetCampaign(form.line("campaignId", campaign_id)),
    };
    form.done(deed)
}

/// A lead typed in by hand: the customer and the need are required.
pub fn added(request: &AddLead, respond_days: u32, now: Timestamp) -> Result<Lead, Error> {
    let mut form = Form::default();
    let customer = form.line("customer", &request.customer);
    form.require("customer", &customer);
    let need = form.text("need", &request.need, MAX_NOTES);
    form.require("need", &need);
    let contact = Contact {
        name: form.line("contact", &request.contact).unwrap_or_default(),
        title: form.line("title", &request.title),
        email: form.email("email", &request.email),
        phone: form.line("phone", &request.phone),
        ..Contact::default()
    };
    let (city, country) = (form.line("city", &request.city), form.line("country", &request.country));
    let value = form.money(&request.amount, &request.currency);
    let respond_by = respond_by::respond_by(request.received_at, None, respond_days);
    if request.received_at > now.plus(AHEAD) {
        form.wrong("receivedAt", FieldProblem::InTheFuture);
    } else if respond_by <= now {
        // It would be expired before it is seen.
        form.wrong("receivedAt", FieldProblem::OutOfRange);
    }
    let no_contact = contact == Contact::default();
    form.done(Lead {
        id: 0,
        revision: 0,
        lead_type: request.lead_type,
        origin: Origin::Hand,
        hearth_id: HearthId::default(),
        merged_into: None,
        referral_id: None,
        engagement_id: None,
        favorite: false,
        received_at: request.received_at.min(now),
        respond_by,
        stage: Stage::Received,
        customer: Customer { name: customer.unwrap_or_default(), city, country, ..Customer::default() },
        contacts: if no_contact {
            Vec::new()
        } else {
            vec![Contact { name: whole_name(None, Some(&contact.name)), ..contact }]
        },
        requested_contact: request.requested_contact,
        contacted: None,
        snoozed_until: None,
        follow_up: None,
        need: Need { text: need.unwrap_or_default(), ..Need::default() },
        deal: Deal { value, ..Deal::default() },
        employees: Vec::new(),
        invited_by: InvitedBy::default(),
        source_status: SourceStatus::default(),
    })
}

/// The end of a snooze, which lies ahead, but not for ever.
pub fn snoozed_until(until: Option<Timestamp>, now: Timestamp) -> Result<Option<Timestamp>, Error> {
    let mut form = Form::default();
    if until.is_some_and(|until| until <= now) {
        form.wrong("until", FieldProblem::InThePast);
    } else if until.is_some_and(|until| until > now.plus(snooze::LONGEST)) {
        form.wrong("until", FieldProblem::OutOfRange);
    }
    form.done(until)
}

/// A follow-up: a day that is not over, but for the one that it had before. No day takes it away.
pub fn follow_up(request: &SetFollowUp, before: Option<&FollowUp>, today: Date) -> Result<Option<FollowUp>, Error> {
    let mut form = Form::default();
    let note = form.text("note", &request.note, MAX_NOTES);
    let Some(typed) = cleaned(&request.on) else {
        if note.is_some() {
            form.wrong("on", FieldProblem::Required);
        }
        return form.done(None);
    };
    let on = Date::parse_iso(&typed);
    if on.is_none() {
        form.wrong("on", FieldProblem::NotADate);
    }
    if on.is_some_and(|on| on < today && before.is_none_or(|before| before.on != on)) {
        form.wrong("on", FieldProblem::InThePast);
    }
    form.done(on.map(|on| FollowUp { on, note }))
}

/// Settings within their ranges; moments sorted, the farthest first, each once.
pub fn settings(mut typed: Settings) -> Result<Settings, Error> {
    let mut form = Form::default();
    let alarm = &mut typed.alarm;
    let mut moments = |field: &str, hours: &mut Vec<u32>, most: u32| {
        hours.sort_unstable_by(|a, b| b.cmp(a));
        hours.dedup();
        if hours.len() > MOST_MOMENTS || hours.iter().any(|hours| !(1..=most).contains(hours)) {
            form.wrong(field, FieldProblem::OutOfRange);
        }
    };
    moments("alarm.hot.hoursBefore", &mut alarm.hot.hours_before, MOST_HOT_HOURS);
    moments("alarm.respond.hoursBefore", &mut alarm.respond.hours_before, MOST_RESPOND_HOURS);
    if alarm.quiet_hours.is_some_and(|quiet| quiet.from_minute >= 1440 || quiet.to_minute >= 1440) {
        form.wrong("alarm.quietHours", FieldProblem::OutOfRange);
    } else if alarm.quiet_hours.is_some_and(|quiet| quiet.from_minute == quiet.to_minute) {
        // From eight to eight is no time at all, or all of it: nobody can know which is meant.
        form.wrong("alarm.quietHours", FieldProblem::Required);
    }
    alarm.working_days.sort_unstable();
    alarm.working_days.dedup();
    if alarm.working_days.is_empty() {
        form.wrong("alarm.workingDays", FieldProblem::Required);
    } else if alarm.working_days.iter().any(|day| !(1..=7).contains(day)) {
        form.wrong("alarm.workingDays", FieldProblem::OutOfRange);
    }
    let named = |name: &str| name.chars().count() <= MAX_KEY && !name.chars().any(char::is_control);
    if typed.keys.len() > MOST_KEYS || !typed.keys.iter().all(|(action, key)| named(action) && named(key)) {
        form.wrong("keys", FieldProblem::OutOfRange);
    }
    if typed.undo_seconds > 120 {
        form.wrong("undoSeconds", FieldProblem::OutOfRange);
    }
    if !(1..=90).contains(&typed.respond_days) {
        form.wrong("respondDays", FieldProblem::OutOfRange);
    }
    form.done(typed)
}

/// `notes_so_far`: an import may bring longer notes than a form takes; they can be kept, not made longer.
fn read_deal(form: &mut Form, deal: &DealForm, notes_so_far: usize) -> Deal {
    let purchase_on = cleaned(&deal.purchase_on).and_then(|typed| {
        let date = Date::parse_iso(&typed);
        if date.is_none() {
            form.wrong("purchaseOn", FieldProblem::NotADate);
        }
        date
    });
    Deal {
        name: form.line("name", &deal.name),
        value: form.money(&deal.amount, &deal.currency),
        purchase_on,
        notes: form.text("notes", &deal.notes, MAX_NOTES.max(notes_so_far)),
        crm_id: form.line("crmId", &deal.crm_id),
        campaign_id: form.line("campaignId", &deal.campaign_id),
    }
}

fn require_deal(form: &mut Form, read: &Deal, typed: &DealForm, required: impl Fn(&str) -> bool) {
    if required("name") {
        form.require("name", &read.name);
    }
    if required("amount") {
        form.require("amount", &cleaned(&typed.amount));
        form.require("currency", &cleaned(&typed.currency));
    }
    if required("purchaseOn") {
        form.require("purchaseOn", &read.purchase_on);
    }
    if required("notes") {
        form.require("notes", &read.notes);
    }
}

fn read_employees(form: &mut Form, typed: &[Employee]) -> Vec<Employee> {
    if typed.len() > MOST_EMPLOYEES {
        form.wrong("employees", FieldProblem::OutOfRange);
    }
    let numbered = typed.iter().take(MOST_EMPLOYEES).enumerate();
    numbered
        .map(|(place, employee)| read_employee(form, employee, |name| format!("employees.{place}.{name}")))
        .collect()
}

/// An employee, whose fields in the request `field` names.
fn read_employee(form: &mut Form, typed: &Employee, field: impl Fn(&str) -> String) -> Employee {
    let name = form.line(&field("name"), &typed.name);
    form.require(&field("name"), &name);
    Employee {
        name: name.unwrap_or_default(),
        phone: form.line(&field("phone"), typed.phone.as_deref().unwrap_or_default()),
        email: form.email(&field("email"), typed.email.as_deref().unwrap_or_default()),
    }
}

fn read_contacted(form: &mut Form, at: Timestamp, way: ContactWay, note: &str, now: Timestamp) -> Contacted {
    let note = form.text("note", note, MAX_NOTES);
    if at > now.plus(AHEAD) {
        form.wrong("at", FieldProblem::InTheFuture);
    }
    Contacted { at: at.min(now), way, note }
}
