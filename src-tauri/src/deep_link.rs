//! Links to a lead, `hearth://lead/7`, from a mail, a page or another program.
//!
//! Whoever wrote one is not trusted: a link can only have a lead opened that is here. The packages register the scheme
//! (`tauri.conf.json`), the system starts Hearth with the link as its argument, and a second start hands it to the first.

use std::ffi::OsStr;

use hearth_core::api::{ApiError, DeskEvent, LeadRef, handlers};
use hearth_core::domain::lead::LeadId;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::desk::Desk;
use crate::events::tell;
use crate::guard::guarded;

const SCHEME: &str = "hearth:";
const LEAD: &str = "hearth://lead/";
/// Digits of the largest number that a lead can have.
const LONGEST_NUMBER: usize = 19;

/// Whether an argument is meant as a link, well formed or not.
pub fn is_link(argument: &OsStr) -> bool {
    argument.as_encoded_bytes().get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME.as_bytes()))
}

/// The lead that `link` names: the scheme, `lead` and one positive number, and not a character more.
fn lead(link: &str) -> Option<LeadId> {
    let (start, number) = link.split_at_checked(LEAD.len())?;
    let well_formed = start.eq_ignore_ascii_case(LEAD)
        && number.len() <= LONGEST_NUMBER
        && !number.starts_with('0')
        && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| well_formed)
}

/// Has the window open the lead of `link`, as soon as it listens; or say that there is no such lead here.
pub fn open<R: Runtime>(app: &AppHandle<R>, link: String) {
    let desk = app.state::<Desk>();
    let Some(link) = desk.wait_for_front_with_link(link) else { return };
    // A desk in trouble shows that, and opens nothing.
    let Ok(core) = desk.app() else { return };
    // Only what is surely not here is told so; of anything else the window says what is wrong when it opens the lead.
    let gone = |id| guarded("a link", || handlers::get_lead(&core, LeadRef { id })) == Err(ApiError::NotFound);
    let here = lead(&link).filter(|id| !gone(*id));
    tell(app, &here.map_or(DeskEvent::LeadNotHere, |id| DeskEvent::OpenLead { id }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_one_lead_and_nothing_else() {
        assert_eq!(lead("hearth://lead/7"), Some(7), "as Hearth writes it");
        assert_eq!(lead("HEARTH://Lead/7"), Some(7), "scheme and host have no case");
        assert_eq!(lead("hearth://lead/9223372036854775807"), Some(LeadId::MAX), "the largest number there is");
        let refused = [
            "hearth://lead/",
            "hearth://lead/0",
            "hearth://lead/-7",
            "hearth://lead/+7",
            "hearth://lead/07",
            "hearth://lead/7/",
            "hearth://lead/7?accept=1",
            "hearth://lead/7#note",
            "hearth://lead/7 --hidden",
            "hearth://lead/7%20",
            "hearth://lead/٧",
            "hearth://lead/9223372036854775808",
            "hearth://lead/99999999999999999999999999999999",
            "hearth://sam@lead/7",
            "hearth://lead:80/7",
            "hearth://leads/7",
            "hearth:///lead/7",
            "hearth:lead/7",
            "https://lead/7",
            "hearth://lea\u{130}/7",
            "",
        ];
        for link in refused {
            assert_eq!(lead(link), None, "{link:?} is not of the one form");
        }
        assert_eq!(lead(&format!("hearth://lead/{}", "7".repeat(1 << 20))), None, "nor is one of a megabyte");
    }

    #[test]
    fn whatever_has_the_scheme_is_a_link() {
        for argument in ["hearth://lead/7", "Hearth:x", "hearth:"] {
            assert!(is_link(OsStr::new(argument)), "{argument} must not become a file");
        }
        for argument in ["hearth", "hearth.csv", "./hearth:lead", "--hearth:", ""] {
            assert!(!is_link(OsStr::new(argument)), "{argument} is what it was before");
        }
    }
}
