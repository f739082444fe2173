//! The people and the lists in a row of a table: contacts by their number, the partner's own people, industries to solutions.

use super::cells;
use super::column::Column;
use super::format::Format;
use super::table_row::Cells;
use super::values::{self, Fault};
use crate::domain::lead::{Contact, Employee};
use crate::domain::text::whole_name;

const CONTACT: [Column; 7] = [
    Column::ContactName,
    Column::ContactFirstName,
    Column::ContactLastName,
    Column::ContactTitle,
    Column::ContactEmail,
    Column::ContactPhone,
    Column::ContactMobile,
];

impl Cells<'_> {
    pub(super) fn contacts(&self) -> Result<Vec<Contact>, Fault> {
        let most = CONTACT.iter().flat_map(|c| self.plan.at(*c)).map(|at| self.plan.number(*at)).max().unwrap_or(0);
        let mut contacts = Vec::new();
        for number in 1..=most {
            let contact = self.contact(number)?;
            contacts.extend((contact != Contact::default()).then_some(contact));
        }
        Ok(contacts)
    }

    fn contact(&self, number: usize) -> Result<Contact, Fault> {
        let read = |column: Column, verbatim: bool| {
            let at = self.plan.at(column).iter().find(|at| self.plan.number(**at) == number);
            let Some((at, text)) = at.and_then(|at| Some((at, self.cell(*at)?))) else { return Ok(None) };
            let heading = &self.plan.headings[*at];
            if verbatim { values::id(text, heading) } else { self.words(text, heading) }
        };
        let given_name = read(Column::ContactFirstName, false)?;
        let family_name = read(Column::ContactLastName, false)?;
        let name = read(Column::ContactName, false)?;
        if self.is_crm() && given_name.is_none() {
            // A last name alone is the whole name, as much of it as was known.
            let name = name.or(family_name).unwrap_or_default();
            let title = read(Column::ContactTitle, false)?;
            let (email, phone) = (read(Column::ContactEmail, true)?, read(Column::ContactPhone, true)?);
            let phone = phone.or(read(Column::ContactMobile, true)?);
            return Ok(Contact { name, given_name: None, family_name: None, title, email, phone });
        }
        Ok(Contact {
            name: name.unwrap_or_else(|| whole_name(given_name.as_deref(), family_name.as_deref())),
            given_name,
            family_name,
            title: read(Column::ContactTitle, false)?,
            email: read(Column::ContactEmail, true)?,
            phone: read(Column::ContactPhone, true)?.or(read(Column::ContactMobile, true)?),
        })
    }

    pub(super) fn list(&self, column: Column) -> Result<Vec<String>, Fault> {
        let mut items = Vec::new();
        for (heading, text) in self.all(column) {
            for item in cells::read_list(text) {
                items.extend(self.words(&item, heading)?);
            }
        }
        Ok(items)
    }

    pub(super) fn solutions(&self) -> Result<Vec<String>, Fault> {
        if !matches!(self.format(), Format::PartnerCenterCsv | Format::LeadsAnalytics) {
            return self.list(Column::Solutions);
        }
        // The first part of each `SOL-1234-PQRS, USD, 10, 100`: its id or name.
        let mut solutions = Vec::new();
        for (heading, text) in self.all(Column::Solutions) {
            solutions.extend(self.words(text.split(',').next().unwrap_or_default(), heading)?);
        }
        Ok(solutions)
    }

    pub(super) fn employees(&self) -> Result<Vec<Employee>, Fault> {
        let mut employees = Vec::new();
        for (heading, text) in self.all(Column::TeamMember) {
            let ours = (self.format() == Format::HearthTable).then(|| cells::read_team_member(text)).flatten();
            let employee = match ours {
                Some(employee) => limited(employee, heading)?,
                None => loosely(text, heading, self.is_ours())?,
            };
            employees.extend((employee != Employee::default()).then_some(employee));
        }
        Ok(employees)
    }
}

fn limited(employee: Employee, heading: &str) -> Result<Employee, Fault> {
    let id = |text: Option<String>| text.map_or(Ok(None), |text| values::id(&text, heading));
    Ok(Employee {
        name: values::id(&employee.name, heading)?.unwrap_or_default(),
        phone: id(employee.phone)?,
        email: id(employee.email)?,
    })
}

/// `First, Last, phone, email`; parts may be missing or stand in another order, but not where Hearth wrote them.
fn loosely(text: &str, heading: &str, ours: bool) -> Result<Employee, Fault> {
    let line = if ours { values::id } else { values::line };
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    if let [first, last, phone, email] = parts[..]
        && (ours || ((email.is_empty() || email.contains('@')) && !phone.chars().any(char::is_alphabetic)))
    {
        // All four in the order of Partner Center's own example, whatever they look like.
        let name = line(&whole_name(Some(first), Some(last)), heading)?.unwrap_or_default();
        return Ok(Employee { name, phone: values::id(phone, heading)?, email: values::id(email, heading)? });
    }
    let mut employee = Employee::default();
    let mut names = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let is_phone = part.chars().any(|c| c.is_ascii_digit()) && !part.chars().any(char::is_alphabetic);
        if part.contains('@') && employee.email.is_none() {
            employee.email = values::id(part, heading)?;
        } else if is_phone && employee.phone.is_none() {
            employee.phone = values::id(part, heading)?;
        } else {
            names.extend(line(part, heading)?);
        }
    }
    employee.name = match names.as_slice() {
        [first, last] => whole_name(Some(first), Some(last)),
        names => names.join(" "),
    };
    Ok(employee)
}
