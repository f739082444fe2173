//! Which lead a row is, and what it changes in it: the one judgement of the dry run and of the import.
//!
//! A lead is known again by its Hearth ID, then by its referral id, then, where it has neither, by being exactly the row that
//! was imported before. All else that looks alike is only doubtful. Nothing is written here.

use rusqlite::Connection;

use super::feed::Prepared;
use crate::domain::duplicates::{Key, Match};
use crate::domain::history::{Field, fields};
use crate::domain::imports::{Decision, Fnv};
use crate::domain::lead::{Lead, LeadId};
use crate::domain::merge::{self, Told};
use crate::domain::overlay::{HELD_IN_PART, complete, overlay};
use crate::domain::time::Timestamp;
use crate::error::Error;
use crate::exchange::format::Format;
use crate::store::sources::{self, Source};
use crate::store::{leads, match_keys};

/// What a row changes in the lead that it is.
pub(super) struct Change {
    pub before: Lead,
    pub after: Lead,
    /// What is known of the lead's source from now on, where that changes.
    pub source: Option<Source>,
}

/// Whether a row says by itself which lead it is, so that what looks alike is more likely another one.
pub(super) fn has_identity(row: &Prepared) -> bool {
    row.incoming.lead.referral_id.is_some() || row.incoming.lead.hearth_id.is_given()
}

/// Whether Partner Center itself speaks in a row: not where Hearth wrote what is to be uploaded there.
pub(super) fn is_the_source(format: Format, row: &Prepared) -> bool {
    format.is_the_source() && !row.incoming.lead.hearth_id.is_given()
}

/// What becomes of a doubtful row until the user says otherwise. Who comes back after a lead of theirs was archived is a new lead:
/// nothing can be filled in to the old one.
pub(super) fn proposed(row: &Prepared, is_archived: bool) -> Decision {
    if has_identity(row) || is_archived { Decision::Add } else { Decision::LeaveOut }
}

/// The lead that a row is, if we have it.
pub(super) fn known(connection: &Connection, row: &Prepared) -> Result<Option<LeadId>, Error> {
    let lead = &row.incoming.lead;
    if lead.hearth_id.is_given()
        && let Some(id) = leads::id_by_hearth_id(connection, lead.hearth_id)?
    {
        return Ok(Some(id));
    }
    match &lead.referral_id {
        Some(referral_id) => leads::id_by_referral(connection, referral_id),
        None if has_identity(row) => Ok(None),
        None => sources::lead_of(connection, row.raw()),
    }
}

/// What a row changes in the lead `id`; `None` when it is what was imported before, to the letter.
pub(super) fn change(
    connection: &Connection,
    id: LeadId,
    row: &Prepared,
    file: &str,
    format: Format,
    now: Timestamp,
) -> Result<Option<Change>, Error> {
    // Of a lead in Hearth's own JSON, the source is only a part.
    if format != Format::HearthJson && sources::is(connection, id, row.raw())? {
        return Ok(None);
    }
    let before = leads::get(connection, id)?;
    let known = &row.incoming.known;
    let theirs = &row.incoming.lead;
    if !is_the_source(format, row) {
        let mut theirs = theirs.clone();
        if format == Format::PartnerCenterCsv {
            // What Hearth wrote for Partner Center has no place for more than Partner Center's own table.
            for field in HELD_IN_PART {
                complete(field, &mut theirs, &before, true);
            }
        }
        let mut after = overlay(&before, &theirs, known, row.incoming.respond_by_given, now);
        keep_referral_unique(connection, &before, &mut after)?;
        return Ok(Some(Change { before, after, source: None }));
    }
    let base = sources::of_lead(connection, &before)?.map(|source| source.told).unwrap_or_default();
    let completed = (format != Format::PartnerCenterJson).then(|| completed(row, &before, &base, format));
    let (theirs, known) = completed.as_ref().map_or((theirs, known), |(theirs, known)| (theirs, known));
    let mut told = completed.as_ref().map_or_else(|| row.told(), |(theirs, _)| fields(theirs));
    // What this file does not speak of, the source last told as it did before.
    for (field, value) in &mut told {
        if !known.contains(field)
            && let Some((_, last)) = base.iter().find(|(last, _)| last == field)
        {
            value.clone_from(last);
        }
    }
    let mut after = merge::merge(&before, &base, theirs, known, now);
    keep_referral_unique(connection, &before, &mut after)?;
    let source = Source { file_name: file.to_owned(), raw: row.raw().to_owned(), told };
    Ok(Some(Change { before, after, source: Some(source) }))
}

/// What a table of the source tells of a lead, with what it has no place for as the source told it last; and the fields that it
/// speaks of. Otherwise a table in between would take from a lead what only the API tells.
fn completed(row: &Prepared, before: &Lead, base: &Told, format: Format) -> (Lead, Vec<Field>) {
    let (mut theirs, mut known) = (row.incoming.lead.clone(), row.incoming.known.clone());
    let mine = fields(before);
    let of = |list: &Told, field| list.iter().find(|(other, _)| *other == field).and_then(|(_, value)| value.clone());
    for field in HELD_IN_PART {
        let last = of(base, field);
        if of(&mine, field) == last {
            complete(field, &mut theirs, before, format == Format::PartnerCenterCsv);
        } else if last.is_some() {
            // The user has changed it, so ours stays; what the source said of it as a whole is still the last word.
            known.retain(|other| *other != field);
        }
    }
    (theirs, known)
}

/// A lead does not take the referral id that another one has.
fn keep_referral_unique(connection: &Connection, before: &Lead, after: &mut Lead) -> Result<(), Error> {
    if after.referral_id != before.referral_id
        && let Some(referral_id) = &after.referral_id
        && leads::id_by_referral(connection, referral_id)?.is_some()
    {
        after.referral_id.clone_from(&before.referral_id);
    }
    Ok(())
}

/// The lead that an unknown row may be, with what both have in common.
pub(super) fn alike(connection: &Connection, row: &Prepared) -> Result<Option<(LeadId, Vec<Match>)>, Error> {
    Ok(match_keys::find(connection, &row.keys, None)?.into_iter().next())
}

/// What is looked for among the rows further up.
#[derive(Clone, Copy)]
pub(super) enum InFile<'a> {
    Referral(&'a str),
    Hearth(i64),
    /// A lead that is here, by whatever it was known.
    Known(LeadId),
    /// A row without any identity, whole.
    Row(&'a str),
    Key(&'a Key),
}

impl InFile<'_> {
    /// A number that, for all practical purposes, nothing else has.
    pub(super) fn key(self) -> u64 {
        let mut hash = Fnv::default();
        match self {
            Self::Referral(text) => {
                hash.bytes(b"r");
                hash.bytes(text.trim().to_ascii_lowercase().as_bytes());
            }
            Self::Hearth(id) => {
                hash.bytes(b"h");
                hash.bytes(&id.to_le_bytes());
            }
            Self::Known(id) => {
                hash.bytes(b"l");
                hash.bytes(&id.to_le_bytes());
            }
            Self::Row(raw) => {
                hash.bytes(b"w");
                hash.bytes(raw.as_bytes());
            }
            Self::Key(key) => {
                hash.bytes(&[b'k', key.kind as u8]);
                hash.bytes(key.text.as_bytes());
            }
        }
        hash.0
    }
}
