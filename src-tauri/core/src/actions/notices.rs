//! The outbox: prepared e-mails, and what became of them.
//!
//! A notice leaves the outbox when its e-mail is handed to the mail program, since nobody can know what happens there, or
//! when the user says that it is sent. From then on its action is final.

use super::change::{self, Told};
use crate::app::App;
use crate::domain::history::Action;
use crate::domain::lead::LeadId;
use crate::domain::notice::{Notice, NoticeKind};
use crate::error::Error;
use crate::store::{leads, outbox};
use crate::texts::{FluentValue, Texts};

/// An e-mail, ready for the mail program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Empty when no address is known.
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// The open notices first, then the newest sent ones.
pub fn list(app: &App, most: u32) -> Result<Vec<Notice>, Error> {
    app.read(|connection, _| outbox::all(connection, most))
}

/// The e-mail that tells a notice, in the user's language.
pub fn mail(app: &App, notice_id: i64) -> Result<Mail, Error> {
    let texts = Texts::new(super::settings::language(app)?);
    let (notice, referral) = app.read(|connection, _| {
        let notice = outbox::get(connection, notice_id)?;
        let referral = leads::get(connection, notice.lead_id)?.referral_id;
        Ok((notice, referral.unwrap_or_default()))
    })?;
    let (subject, body) = match notice.kind {
        NoticeKind::DeclinedToCustomer => ("mail-declined-subject", "mail-declined-body"),
        NoticeKind::ExpiredToMicrosoft => ("mail-expired-subject", "mail-expired-body-microsoft"),
        NoticeKind::ExpiredToPartner => ("mail-expired-subject", "mail-expired-body-partner"),
    };
    let args: [(&str, FluentValue<'_>); 3] = [
        ("recipient", notice.recipient.as_str().into()),
        ("customer", notice.customer.as_str().into()),
        ("referral", referral.as_str().into()),
    ];
    Ok(Mail {
        to: notice.email.unwrap_or_default(),
        subject: texts.format(subject, &args),
        body: texts.format(body, &args),
    })
}

/// Notes that a notice's e-mail was handed to the mail program; the lead it belongs to.
pub fn mark_drafted(app: &App, notice_id: i64) -> Result<LeadId, Error> {
    mark(app, notice_id, Action::NoticeDrafted)
}

/// Notes that the user has sent a notice; the lead it belongs to.
pub fn mark_sent(app: &App, notice_id: i64) -> Result<LeadId, Error> {
    mark(app, notice_id, Action::NoticeSent)
}

fn mark(app: &App, notice_id: i64, action: Action) -> Result<LeadId, Error> {
    app.write(|tx, now, changes| {
        let notice = outbox::get(tx, notice_id)?;
        let drafted = action == Action::NoticeDrafted;
        let already = if drafted { notice.drafted_at } else { notice.sent_at };
        if already.is_none() {
            if drafted {
                outbox::mark_drafted(tx, notice_id, now)?;
            } else {
                outbox::mark_sent(tx, notice_id, now)?;
            }
            let lead = leads::get(tx, notice.lead_id)?;
            change::append(tx, &lead, &Told { action, actor: &app.user(), at: now, now }, &[])?;
            changes.lead(notice.lead_id);
        }
        Ok(notice.lead_id)
    })
}
