//! Purchase dates and follow-ups as a calendar of whole days. Source: RFC 5545.
//!
//! An event has the same name every time, so that a calendar that takes the file again moves it instead of adding another.

use std::io::{self, BufWriter, Write};

use super::content_line::{escaped, line};
use super::{Source, Writer};
use crate::domain::lead::Lead;
use crate::domain::time::{Date, Timestamp};

/// What an event is called, made of the customer's name.
#[derive(Clone, Copy)]
pub struct Titles<'a> {
    pub purchase: &'a (dyn Fn(&str) -> String + Send + Sync),
    pub follow_up: &'a (dyn Fn(&str) -> String + Send + Sync),
}

pub struct Calendar<'a, W: Write> {
    file: BufWriter<W>,
    now: Timestamp,
    titles: Titles<'a>,
}

impl<'a, W: Write> Calendar<'a, W> {
    pub fn begin(place: W, now: Timestamp, titles: Titles<'a>) -> io::Result<Self> {
        let mut file = BufWriter::new(place);
        line(&mut file, "BEGIN", "VCALENDAR")?;
        line(&mut file, "VERSION", "2.0")?;
        line(&mut file, "PRODID", "-//Hearth//Hearth//EN")?;
        line(&mut file, "CALSCALE", "GREGORIAN")?;
        Ok(Self { file, now, titles })
    }

    fn event(&mut self, uid: &str, on: Date, title: &str, description: &str) -> io::Result<()> {
        let file = &mut self.file;
        line(file, "BEGIN", "VEVENT")?;
        line(file, "UID", uid)?;
        line(file, "DTSTAMP", &self.now.utc().format("%Y%m%dT%H%M%SZ").to_string())?;
        // A date without an end is that one day.
        line(file, "DTSTART;VALUE=DATE", &on.0.format("%Y%m%d").to_string())?;
        line(file, "SUMMARY", &escaped(title))?;
        if !description.is_empty() {
            line(file, "DESCRIPTION", &escaped(description))?;
        }
        // The day is still free for meetings.
        line(file, "TRANSP", "TRANSPARENT")?;
        line(file, "END", "VEVENT")
    }
}

impl<W: Write> Writer for Calendar<'_, W> {
    fn lead(&mut self, lead: &Lead, _: Option<Source<'_>>) -> io::Result<bool> {
        let (customer, deal) = (lead.customer.name.as_str(), &lead.deal);
        if let Some(on) = deal.purchase_on {
            let value = deal.value.as_ref().map(|value| format!("{} {}", value.amount(), value.currency.code()));
            let description: Vec<_> = [deal.name.clone(), value].into_iter().flatten().collect();
            let title = (self.titles.purchase)(customer);
            self.event(&format!("{}-purchase@hearth", lead.hearth_id), on, &title, &description.join("\n"))?;
        }
        if let Some(follow_up) = &lead.follow_up {
            let title = (self.titles.follow_up)(customer);
            let note = follow_up.note.as_deref().unwrap_or_default();
            self.event(&format!("{}-follow-up@hearth", lead.hearth_id), follow_up.on, &title, note)?;
        }
        Ok(true)
    }

    fn finish(&mut self) -> io::Result<()> {
        line(&mut self.file, "END", "VCALENDAR")?;
        self.file.flush()
    }
}
