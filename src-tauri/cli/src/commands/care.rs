//! The database as a whole: kept as a file, put back, looked over.

use hearth_core::actions::backup;
use hearth_core::clock::{Clock as _, SystemClock};
use hearth_core::texts::FluentValue;

use super::Done;
use crate::args::{Backup, Check, Restore};
use crate::failure::{Failure, damaged};
use crate::session::Session;

pub fn back_up(session: &mut Session, asked: &Backup) -> Done {
    let database = session.database();
    if !database.exists() {
        return Err(Failure::NoDatabase { folder: session.folder.clone() });
    }
    let done = backup::back_up(&database, &asked.file, asked.force)
        .map_err(|problem| Failure::of_backup(problem, &asked.file))?;
    if session.json {
        session.out.json(&done);
    } else {
        session.out.line(session.format("cli-backed-up", &[("path", FluentValue::from(done.path))]));
    }
    Ok(0)
}

pub fn restore(session: &mut Session, asked: &Restore) -> Done {
    hearth_door::make_private(&session.folder)?;
    // Held until it is done, so that no window starts on half of it.
    let Some(_held) = hearth_door::hold(&session.folder)? else { return Err(Failure::WindowRuns) };
    let done = backup::restore(&session.database(), &asked.file, SystemClock.now())
        .map_err(|problem| Failure::of_backup(problem, &asked.file))?;
    if session.json {
        session.out.json(&done);
        return Ok(0);
    }
    session.out.line(session.format("cli-restored", &[("count", FluentValue::from(done.leads))]));
    if let Some(kept_at) = done.kept_at {
        session.out.line(session.format("cli-restored-kept", &[("path", FluentValue::from(kept_at))]));
    }
    Ok(0)
}

pub fn check(session: &mut Session, asked: Check) -> Done {
    let path = asked.file.unwrap_or_else(|| session.database());
    let found = backup::check(&path).map_err(|problem| Failure::of_backup(problem, &path))?;
    if session.json {
        session.out.json(&found);
    } else {
        for line in &found.damage {
            session.out.line(line);
        }
        let counts = [
            ("cli-check-dangling", found.dangling),
            ("cli-check-search", found.stale_search),
            ("cli-check-keys", found.stale_keys),
        ];
        for (id, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            session.out.line(session.format(id, &[("count", FluentValue::from(count))]));
        }
        if found.outdated {
            session.out.line(session.text("cli-check-outdated"));
        }
        if found.sound {
            session.out.line(session.format("cli-check-sound", &[("count", FluentValue::from(found.leads))]));
        }
    }
    Ok(damaged(!found.sound))
}
