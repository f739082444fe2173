//! What the window is told. Instants are UTC milliseconds, dates ISO text, amounts decimal text.

use serde::{Deserialize, Serialize};

pub use crate::domain::desk::{FlameWindow, FoundIn, Hit, LeadRow, Tab};
pub use crate::domain::history::HistoryEntry;
use crate::domain::history::{Action, MoneyText};
use crate::domain::lead::{
    Contact, Contacted, Customer, Employee, FollowUp, InvitedBy, LeadId, LeadType, Need, Origin, Reason, SourceStatus,
    StageKind,
};
pub use crate::domain::notice::{Notice, NoticeKind};
pub use crate::domain::reminder::{Digest, Reminder, ReminderKind, Topic};
pub use crate::domain::search::{Flag, Part, Problem};
use crate::domain::settings::Settings;
pub use crate::domain::snooze::{SnoozeChoice, SnoozeKind};
use crate::domain::time::{Date, Timestamp};
pub use crate::domain::views::{ColumnWidth, Density, DeskLayout, DeskLook, ViewForm, ViewId};

macro_rules! reply {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[cfg_attr(test, derive(ts_rs::TS))]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
    };
}

pub(super) use reply;

reply!(StageCounts { received: u32, accepted: u32, archived: u32 });
reply!(TabCounts { all: StageCounts, marketplace: StageCounts, qualified: StageCounts, favorites: StageCounts });
reply!(
    /// What the frame of the desk shows around the list.
    DeskState {
        now: Timestamp,
        /// Of the leads that match the query; of all when it is empty.
        counts: TabCounts,
        total_leads: u32,
        /// Customers who asked to be contacted and are still waiting inside their 72 hours.
        waiting: u32,
        /// When the next reminder will be told: not before quiet hours, a pause or a snooze are over.
        next_alarm_at: Option<Timestamp>,
        /// Until when the user has paused the alarm.
        paused_until: Option<Timestamp>,
        unread_reminders: u32,
        /// Notices that nobody has sent yet.
        open_notices: u32,
        sample_leads: u32,
    }
);
reply!(LeadPage {
    /// Fewer than were asked for where leads of the list were removed since it was made: `offset` counts places of the list.
    rows: Vec<LeadRow>,
    offset: u32,
    total: u32,
    /// By which further pages of this very list are asked for.
    list: u32,
});
reply!(
    /// A query taken apart, as it is understood now.
    QueryReading { parts: Vec<Part> }
);
reply!(Suggestion { value: String, leads: u32 });
reply!(Suggestions { values: Vec<Suggestion> });
reply!(
    /// Where a lead stands: its stage, the tab it belongs to, and its place in the list that was asked for, if it is there.
    LeadPlace {
        /// The lead that was asked for, or the one that it was merged into.
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
        stage: StageKind,
        tab: Tab,
        index: Option<u32>,
    }
);
reply!(DealReply {
    name: Option<String>,
    value: Option<MoneyText>,
    purchase_on: Option<Date>,
    notes: Option<String>,
    crm_id: Option<String>,
    campaign_id: Option<String>,
});

reply!(Notices {
    /// Waiting ones first, then the newest sent ones; at most 500.
    notices: Vec<Notice>,
});
reply!(
    /// The last action on a lead can be taken back until `until`.
    UndoOffer {
        #[cfg_attr(test, ts(type = "number"))]
        undo_id: i64,
        action: Action,
        until: Timestamp,
    }
);
reply!(
    /// Everything of one lead.
    LeadDetail {
        #[cfg_attr(test, ts(type = "number"))]
        id: LeadId,
        #[cfg_attr(test, ts(type = "number"))]
        revision: i64,
        lead_type: LeadType,
        origin: Origin,
        referral_id: Option<String>,
        engagement_id: Option<String>,
        favorite: bool,
        received_at: Timestamp,
        respond_by: Timestamp,
        stage: StageKind,
        accepted_at: Option<Timestamp>,
        archived_at: Option<Timestamp>,
        outcome: Option<String>,
        reason: Option<Reason>,
        reason_text: Option<String>,
        closing_notes: Option<String>,
        customer: Customer,
        contacts: Vec<Contact>,
        flame: Option<FlameWindow>,
        contacted: Option<Contacted>,
        /// Until when its reminders are held back; an instant that is over has no more meaning.
        snoozed_until: Option<Timestamp>,
        follow_up: Option<FollowUp>,
        need: Need,
        deal: DealReply,
        employees: Vec<Employee>,
        invited_by: InvitedBy,
        source_status: SourceStatus,
        notices: Vec<Notice>,
        /// Newest first.
        history: Vec<HistoryEntry>,
        undo: Option<UndoOffer>,
        /// The leads that were merged into this one, the newest merge first.
        merged: Vec<super::MergedLead>,
        /// Where this lead is one that was merged away: into which.
        #[cfg_attr(test, ts(type = "number | null"))]
        merged_into: Option<LeadId>,
        /// How many other leads may be the same.
        duplicates: u32,
    }
);
reply!(
    /// An action was taken back.
    Undone {
        /// The lead as it is again; `null` when the action had added it.
        lead: Option<LeadDetail>,
    }
);
reply!(SampleCount { count: u32 });
reply!(Reminders {
    /// Newest first, at most 200.
    reminders: Vec<Reminder>,
    /// The digests that these were told in, newest first.
    digests: Vec<Digest>,
    /// Files that came by the watched folder, newest first, at most 50.
    arrivals: Vec<super::Arrival>,
});
reply!(
    /// Until when a lead can be snoozed.
    SnoozeChoices {
        choices: Vec<SnoozeChoice>,
        /// What presses: a longer snooze has to be asked for.
        topic: Option<Topic>,
        deadline: Option<Timestamp>,
    }
);
reply!(
    /// Whether Hearth starts with the computer, hidden in the tray.
    StartWithComputer { on: bool }
);

/// What stands in the way of notifications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum NotificationProblem {
    /// There is no session bus.
    NoBus,
    /// Nobody on it shows notifications.
    NoServer,
    /// The server does not answer.
    NoAnswer,
    /// The system does not want to show it.
    Refused,
    /// It was delivered, but the user's do-not-disturb keeps it from being seen.
    DoNotDisturb,
}

reply!(
    /// What became of the test notification.
    NotificationTest {
        delivered: bool,
        /// Who shows notifications here, such as `dunst 1.9.0`.
        server: Option<String>,
        /// Whether a notification can offer buttons here.
        actions: bool,
        problem: Option<NotificationProblem>,
        /// The system's own words.
        detail: Option<String>,
    }
);

/// Whether the database is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "state")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum DatabaseState {
    Ready,
    /// It could not be opened; nothing was changed in it.
    Trouble {
        error: super::ApiError,
    },
}

reply!(
    /// What the window needs before it can draw anything.
    Bootstrap {
        now: Timestamp,
        version: String,
        settings: Settings,
        /// The language of the system: `en` or `ko`.
        system_language: String,
        user_name: String,
        data_folder: String,
        database: DatabaseState,
        /// Whether a tray can be seen, so that the window may be closed while the alarm goes on.
        tray: bool,
        /// Whether Hearth starts with the computer; `null` where that cannot be set.
        start_with_computer: Option<bool>,
        /// Why the system shows no notifications, in its words; `null` while it does.
        notifications_failure: Option<String>,
    }
);
reply!(
    /// All that the window draws first.
    DeskStart {
        /// Whether there is a tray is not known so soon: it is asked for once the first screen is drawn.
        bootstrap: Bootstrap,
        /// `null` while the database is in trouble.
        first: Option<super::FirstScreen>,
    }
);
reply!(SetAside {
    /// Where the damaged database lies now.
    kept_at: String,
});
