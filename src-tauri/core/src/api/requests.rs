//! What the window may ask for. Texts arrive as typed; they are cleaned and checked in `validate`, not here.

use serde::{Deserialize, Serialize};

pub use crate::domain::alarm_rules::{AlarmRules, HotRules, QuietHours, RespondRules};
pub use crate::domain::desk::{ListColumn, SortBy, Tab};
use crate::domain::lead::{ContactWay, Employee, LeadId, LeadType, Reason, StageKind};
pub use crate::domain::search::Field as SearchField;
pub use crate::domain::settings::{LanguageChoice, Settings, ThemeChoice};
use crate::domain::time::Timestamp;

/// What the window may ask for: read strictly, so that a typing mistake is no silent default.
macro_rules! request {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, Serialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
    };
}

pub(super) use request;

request!(
    /// Nothing to say.
    Empty {}
);
request!(LeadRef {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
});
request!(
    /// The counts of the desk, of all leads or of those that match a query. What of it is not understood asks nothing.
    DeskStateQuery { query: String }
);
request!(
    /// A query as typed, to be taken apart.
    QueryText { query: String }
);

request!(
    /// Which leads a list shows, in which order, from where. `limit` is at most 200.
    ListQuery {
        tab: Tab,
        /// All stages when `null`.
        stage: Option<StageKind>,
        /// Words and filters, as typed. What of it is not understood asks nothing.
        query: String,
        sort: SortBy,
        descending: bool,
        offset: u32,
        limit: u32,
        /// The `list` of a page that was answered before: this page is of that very list, whatever has changed since, so that every row
        /// stands in it once. A list that is forgotten by then is made anew, and has another number.
        list: Option<u32>,
    }
);
request!(
    /// Values that leads have in a field and that contain `text`, those that begin with it first, the most frequent first; at most
    /// 50.
    Suggest { field: SearchField, text: String }
);
request!(
    /// Where a lead stands in a list.
    LocateLead {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
        query: ListQuery,
    }
);
request!(
    /// The deal as typed. Everything is text; an empty text is an empty field.
    DealForm {
        name: String,
        amount: String,
        currency: String,
        /// `2026-12-01`
        purchase_on: String,
        notes: String,
        crm_id: String,
        campaign_id: String,
    }
);
request!(AcceptLead {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    revision: i64,
    deal: DealForm,
    employees: Vec<Employee>,
});
request!(DeclineLead {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    revision: i64,
    /// `null` while the user has not picked one, which is answered by `invalid`.
    reason: Option<Reason>,
    notes: String,
});
request!(EditDeal {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    revision: i64,
    deal: DealForm,
});
request!(
    /// The whole list of employees, as it shall be: adding, changing and removing are one thing to Partner Center too.
    SaveEmployees {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        revision: i64,
        employees: Vec<Employee>,
    }
);
request!(CloseAsWon {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    revision: i64,
    notes: String,
});
request!(CloseAsLost {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    revision: i64,
    reason: Option<Reason>,
    notes: String,
});
request!(SetFavorite {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
    favorite: bool,
});
request!(MarkContacted {
    #[cfg_attr(test, ts(type = "number"))]
    id: LeadId,
    #[cfg_attr(test, ts(type = "number"))]
    revision: i64,
    at: Timestamp,
    way: ContactWay,
    note: String,
});
request!(
    /// Holds the reminders of a lead back until an instant, or ends that.
    SnoozeLead {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        revision: i64,
        /// `null` ends the snooze.
        until: Option<Timestamp>,
        /// The user was asked, and wants it though the deadline is over by then.
        past_deadline: bool,
    }
);
request!(
    /// The day on which to come back to a lead. An empty `on` takes it away.
    SetFollowUp {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        revision: i64,
        /// `2026-12-01`
        on: String,
        note: String,
    }
);
request!(
    /// Whether nothing shall be told until tomorrow morning, or everything again.
    PauseAlarms { until_tomorrow: bool }
);
request!(
    /// Takes back the action that the undo offer `undo_id` of a lead was made for.
    UndoAction {
        #[cfg_attr(test, ts(type = "number"))]
        undo_id: i64,
    }
);
request!(
    /// A lead typed in by hand. Empty texts are empty fields.
    AddLead {
        lead_type: LeadType,
        received_at: Timestamp,
        requested_contact: bool,
        customer: String,
        contact: String,
        title: String,
        email: String,
        phone: String,
        city: String,
        country: String,
        need: String,
        amount: String,
        currency: String,
    }
);
request!(NoticeRef {
    #[cfg_attr(test, ts(type = "number"))]
    id: i64,
});
request!(
    /// A link to open outside: `mailto:`, `tel:` or `https:`.
    Link { url: String, }
);

request!(
    /// What the user answered when the window was closed for the first time: stay in the tray, or quit.
    ClosingAnswer { keep_in_tray: bool, }
);
