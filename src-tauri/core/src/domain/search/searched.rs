//! The texts of a lead in which words are found.

use crate::domain::desk::FoundIn;
use crate::domain::lead::Lead;

/// What is looked into, each text as it stands in the lead.
#[derive(Clone, Debug, Default)]
pub struct Searched<'a> {
    pub texts: Vec<(FoundIn, &'a str)>,
    /// By which the phone numbers are read.
    pub country: Option<&'a str>,
    pub campaign: Option<&'a str>,
    /// The employees' names and e-mails.
    pub employees: Vec<&'a str>,
}

impl<'a> Searched<'a> {
    /// The texts of `lead`. One that was merged away has none: nothing finds it.
    pub fn of(lead: &'a Lead) -> Self {
        if lead.merged_into.is_some() {
            return Self::default();
        }
        let mut searched = Self { country: lead.customer.country.as_deref(), ..Self::default() };
        searched.add(FoundIn::Customer, Some(&lead.customer.name));
        for contact in &lead.contacts {
            searched.contact(&contact.name, contact.email.as_deref(), contact.phone.as_deref());
        }
        searched.add(FoundIn::Deal, lead.deal.name.as_deref());
        searched.add(FoundIn::Notes, lead.deal.notes.as_deref());
        searched.add(FoundIn::Need, Some(&lead.need.text));
        searched.add(FoundIn::City, lead.customer.city.as_deref());
        searched.add(FoundIn::CrmId, lead.deal.crm_id.as_deref());
        searched.campaign(lead.deal.campaign_id.as_deref());
        for employee in &lead.employees {
            searched.employee(&employee.name, employee.email.as_deref());
        }
        searched
    }

    pub fn add(&mut self, field: FoundIn, text: Option<&'a str>) {
        self.texts.extend(text.filter(|text| !text.is_empty()).map(|text| (field, text)));
    }

    pub fn contact(&mut self, name: &'a str, email: Option<&'a str>, phone: Option<&'a str>) {
        self.add(FoundIn::Contact, Some(name));
        self.add(FoundIn::Email, email);
        self.add(FoundIn::Phone, phone);
    }

    pub fn campaign(&mut self, id: Option<&'a str>) {
        self.add(FoundIn::Campaign, id);
        self.campaign = id;
    }

    pub fn employee(&mut self, name: &'a str, email: Option<&'a str>) {
        self.employees.extend([Some(name), email].into_iter().flatten().filter(|text| !text.is_empty()));
    }
}
