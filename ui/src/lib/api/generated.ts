// Written by `cargo xtask bindings` from src-tauri/core/src/api. Do not edit by hand.

export type AcceptLead = { id: number, revision: number, deal: DealForm, employees: Array<Employee>, };

/**
 * What was done.
 */
export type Action = "received" | "imported" | "updated" | "added" | "sampleAdded" | "accepted" | "declined" | "expired" | "edited" | "employeesChanged" | "won" | "lost" | "favorited" | "unfavorited" | "contacted" | "snoozed" | "woken" | "followUpSet" | "followUpCleared" | "undone" | "noticeDrafted" | "noticeSent";

/**
 * Who did it.
 */
export type Actor = { "kind": "user", "name": string } | { "kind": "hearth" } | { "kind": "file", "name": string };

/**
 * A lead typed in by hand. Empty texts are empty fields.
 */
export type AddLead = { leadType: LeadType, receivedAt: Timestamp, requestedContact: boolean, customer: string, contact: string, title: string, email: string, phone: string, city: string, country: string, need: string, amount: string, currency: string, };

/**
 * What the user has set for the alarm.
 */
export type AlarmRules = { hot: HotRules, respond: RespondRules, 
/**
 * The hours of each day in which nothing is told; `None` when there are none.
 */
quietHours: QuietHours | null, 
/**
 * The days on which the alarm works: 1 is Monday, 7 is Sunday. Never empty.
 */
workingDays: Array<number>, };

/**
 * Every way in which a command can fail.
 */
export type ApiError = { "code": "notFound" } | { "code": "conflict" } | { "code": "notAllowed", why: NotAllowedWhy, } | { "code": "invalid", fields: Array<InvalidField>, } | { "code": "busy" } | { "code": "readOnly", path: string, } | { "code": "diskFull" } | { "code": "newerFile", path: string, found: number, known: number, } | { "code": "corrupt", path: string, detail: string, } | { "code": "unopened", path: string, detail: string, } | { "code": "linkRefused" } | { "code": "systemRefused", detail: string, } | { "code": "internal", reportId: string, };

/**
 * What the window needs before it can draw anything.
 */
export type Bootstrap = { now: Timestamp, version: string, settings: Settings, 
/**
 * The language of the system: `en` or `ko`.
 */
systemLanguage: string, userName: string, dataFolder: string, database: DatabaseState, 
/**
 * Whether a tray can be seen, so that the window may be closed while the alarm goes on.
 */
tray: boolean, 
/**
 * Whether Hearth starts with the computer; `null` where that cannot be set.
 */
startWithComputer: boolean | null, 
/**
 * Why the system shows no notifications, in its words; `null` while it does.
 */
notificationsFailure: string | null, };

export type CloseAsLost = { id: number, revision: number, reason: Reason | null, notes: string, };

export type CloseAsWon = { id: number, revision: number, notes: string, };

/**
 * What the user answered when the window was closed for the first time: stay in the tray, or quit.
 */
export type ClosingAnswer = { keepInTray: boolean, };

/**
 * A person at the customer's.
 */
export type Contact = { 
/**
 * The whole name in the order its language writes it; may be empty.
 */
name: string, givenName: string | null, familyName: string | null, title: string | null, email: string | null, phone: string | null, };

/**
 * By which way the customer was contacted.
 */
export type ContactWay = "phone" | "email" | "meeting" | "other";

/**
 * That the customer was contacted.
 */
export type Contacted = { at: Timestamp, way: ContactWay, note: string | null, };

/**
 * The customer's company.
 */
export type Customer = { name: string, 
/**
 * Partner Center's band, such as `51to250employees`.
 */
size: string | null, addressLine1: string | null, addressLine2: string | null, city: string | null, state: string | null, postalCode: string | null, 
/**
 * ISO 3166 alpha-2 where the source gives one.
 */
country: string | null, };

/**
 * Whether the database is open.
 */
export type DatabaseState = { "state": "ready" } | { "state": "trouble", error: ApiError, };

/**
 * A calendar date without a zone, written `2026-12-01`.
 */
export type Date = string;

/**
 * The deal as typed. Everything is text; an empty text is an empty field.
 */
export type DealForm = { name: string, amount: string, currency: string, 
/**
 * `2026-12-01`
 */
purchaseOn: string, notes: string, crmId: string, campaignId: string, };

export type DealReply = { name: string | null, value: MoneyText | null, purchaseOn: Date | null, notes: string | null, crmId: string | null, campaignId: string | null, };

export type DeclineLead = { id: number, revision: number, 
/**
 * `null` while the user has not picked one, which is answered by `invalid`.
 */
reason: Reason | null, notes: string, };

export type DeskEvent = { "event": "changed", 
/**
 * The changed leads; empty when there were too many to name, so all may have changed.
 */
leads: Array<number>, 
/**
 * Whether the bell changed.
 */
reminders: boolean, 
/**
 * Whether the settings changed.
 */
settings: boolean, } | { "event": "clockMoved", now: Timestamp, } | { "event": "importStarted", files: number, } | { "event": "importFinished", report: ImportReport, } | { "event": "importFailed", error: ApiError, } | { "event": "openLead", id: number, } | { "event": "openWaiting" } | { "event": "leadNotHere" } | { "event": "doneOutside", id: number, action: Action, } | { "event": "askSnooze", id: number, } | { "event": "keptMinimised" } | { "event": "alarmTrouble", error: ApiError | null, } | { "event": "closingAsked" } | { "event": "notificationsFailure", failure: string | null, };

/**
 * What the frame of the desk shows around the list.
 */
export type DeskState = { now: Timestamp, 
/**
 * Of the leads that match the search; of all when it is empty.
 */
counts: TabCounts, totalLeads: number, 
/**
 * Customers who asked to be contacted and are still waiting inside their 72 hours.
 */
waiting: number, 
/**
 * When the next reminder will be told: not before quiet hours, a pause or a snooze are over.
 */
nextAlarmAt: Timestamp | null, 
/**
 * Until when the user has paused the alarm.
 */
pausedUntil: Timestamp | null, unreadReminders: number, 
/**
 * Notices that nobody has sent yet.
 */
openNotices: number, sampleLeads: number, };

/**
 * The counts of the desk, of all leads or of those that match `search` and the filter.
 */
export type DeskStateQuery = { search: string, followUp: FollowUpFilter, };

/**
 * Several reminders that were told as one.
 */
export type Digest = { id: number, toldAt: Timestamp, 
/**
 * When the first of it fell due.
 */
since: Timestamp, 
/**
 * Whether the computer was off, asleep or at another time in between: "Back after a while".
 */
away: boolean, 
/**
 * How many leads fell due, expired ones not counted.
 */
fellDue: number, 
/**
 * How many leads expired.
 */
expired: number, };

export type EditDeal = { id: number, revision: number, deal: DealForm, };

/**
 * One of the partner's own people who works on the deal.
 */
export type Employee = { name: string, phone: string | null, email: string | null, };

/**
 * Nothing to say.
 */
export type Empty = Record<symbol, never>;

/**
 * A field of a lead, as the history names it.
 */
export type Field = "leadType" | "stage" | "outcome" | "reason" | "reasonText" | "closingNotes" | "favorite" | "receivedAt" | "respondBy" | "customer" | "customerSize" | "address" | "contacts" | "requestedContact" | "contactedAt" | "contactWay" | "contactNote" | "snoozedUntil" | "followUpOn" | "followUpNote" | "need" | "requirements" | "dealName" | "dealValue" | "purchaseOn" | "notes" | "crmId" | "campaignId" | "employees" | "invitedBy" | "sourceStatus";

/**
 * One field before and after; `None` is an empty field.
 */
export type FieldChange = { field: Field, before: FieldValue | null, after: FieldValue | null, };

export type FieldProblem = "required" | "tooLong" | "notANumber" | "negative" | "tooLarge" | "tooPrecise" | "notADate" | "notACurrency" | "notAnEmail" | "inTheFuture" | "inThePast" | "outOfRange";

/**
 * What a field held.
 */
export type FieldValue = { "type": "text", "value": string } | { "type": "code", "value": string } | { "type": "flag", "value": boolean } | { "type": "instant", "value": Timestamp } | { "type": "date", "value": Date } | { "type": "money", "value": MoneyText } | { "type": "people", "value": Array<Employee> };

/**
 * Why nothing of a file was taken.
 */
export type FileProblem = { "code": "unreadable", message: string, } | { "code": "empty" } | { "code": "tooLarge", bytes: number, limit: number, } | { "code": "badEncoding", line: number, } | { "code": "notLeads" } | { "code": "webPage" } | { "code": "errorReply", message: string, } | { "code": "cutOff", line: number, } | { "code": "badJson", line: number, column: number, } | { "code": "missingColumns", columns: Array<string>, };

/**
 * What became of one file.
 */
export type FileReport = { name: string, 
/**
 * Why nothing of this file was taken; the counts are 0 then.
 */
problem: FileProblem | null, added: number, updated: number, unchanged: number, 
/**
 * Co-sell opportunities, which are no leads.
 */
setAside: number, refused: number, 
/**
 * The refused rows with their reasons, at most 200 of them.
 */
refusedRows: Array<RefusedRow>, };

/**
 * The flame of a lead whose customer asked to be contacted directly.
 */
export type FlameWindow = { endsAt: Timestamp, contactedAt: Timestamp | null, };

/**
 * The day on which the user wants to come back to a lead, and why.
 */
export type FollowUp = { on: Date, note: string | null, };

/**
 * Which leads a list shows by their follow-up.
 */
export type FollowUpFilter = "all" | "set" | "due";

export type HistoryEntry = { id: number, 
/**
 * When it happened, which for an expiry is the respond-by instant, not when it was noticed.
 */
at: Timestamp, actor: Actor, action: Action, changes: Array<FieldChange>, };

/**
 * For customers who asked to be contacted.
 */
export type HotRules = { onArrival: boolean, 
/**
 * Hours before the 72 are over, the most first.
 */
hoursBefore: Array<number>, onLapse: boolean, 
/**
 * Whether quiet hours and days off hold these back. A customer who waits may be worth a call in the evening.
 */
quiet: boolean, };

/**
 * What an import did, file by file.
 */
export type ImportReport = { files: Array<FileReport>, };

/**
 * A field of a form and what is wrong with it.
 */
export type InvalidField = { 
/**
 * The field's name in the request; an employee's is `employees.0.name`.
 */
field: string, problem: FieldProblem, };

/**
 * Who sent the lead, when it was not the customer alone.
 */
export type InvitedBy = { 
/**
 * `msft` is Microsoft.
 */
organizationId: string | null, organizationName: string | null, notes: string | null, };

/**
 * Which language the window speaks.
 */
export type LanguageChoice = "system" | "en" | "ko";

/**
 * Everything of one lead.
 */
export type LeadDetail = { id: number, revision: number, leadType: LeadType, origin: Origin, referralId: string | null, engagementId: string | null, favorite: boolean, receivedAt: Timestamp, respondBy: Timestamp, stage: StageKind, acceptedAt: Timestamp | null, archivedAt: Timestamp | null, outcome: string | null, reason: Reason | null, reasonText: string | null, closingNotes: string | null, customer: Customer, contacts: Array<Contact>, flame: FlameWindow | null, contacted: Contacted | null, 
/**
 * Until when its reminders are held back; an instant that is over has no more meaning.
 */
snoozedUntil: Timestamp | null, followUp: FollowUp | null, need: Need, deal: DealReply, employees: Array<Employee>, invitedBy: InvitedBy, sourceStatus: SourceStatus, notices: Array<Notice>, 
/**
 * Newest first.
 */
history: Array<HistoryEntry>, undo: UndoOffer | null, };

export type LeadPage = { rows: Array<LeadRow>, offset: number, total: number, };

/**
 * Where a lead stands: its stage, the tab it belongs to, and its place in the list that was asked for, if it is there.
 */
export type LeadPlace = { stage: StageKind, tab: Tab, index: number | null, };

export type LeadRef = { id: number, };

/**
 * A line of the list. Long texts are cut to what a line can show.
 */
export type LeadRow = { id: number, revision: number, leadType: LeadType, stage: StageKind, 
/**
 * `won`, `lost`, `declined`, `expired`, or another source's own word.
 */
outcome: string | null, customer: string, 
/**
 * The deal's name, or what the customer asked for.
 */
headline: string, receivedAt: Timestamp, respondBy: Timestamp, archivedAt: Timestamp | null, purchaseOn: Date | null, flame: FlameWindow | null, snoozedUntil: Timestamp | null, followUpOn: Date | null, value: MoneyText | null, favorite: boolean, };

/**
 * Where a lead comes from, and so in which tab it stands. Source: domain.md, "Which tab".
 */
export type LeadType = "customerInquiry" | "marketingQualified" | "salesQualified";

/**
 * A link to open outside: `mailto:`, `tel:` or `https:`.
 */
export type Link = { url: string, };

/**
 * Which leads a list shows, in which order, from where. `limit` is at most 200.
 */
export type ListQuery = { tab: Tab, stage: StageKind, search: string, followUp: FollowUpFilter, sort: SortBy, descending: boolean, offset: number, limit: number, };

/**
 * Where a lead stands in a list.
 */
export type LocateLead = { id: number, query: ListQuery, };

export type MarkContacted = { id: number, revision: number, at: Timestamp, way: ContactWay, note: string, };

/**
 * An amount as decimal text with its ISO 4217 code.
 */
export type MoneyText = { amount: string, currency: string, };

/**
 * What the customer asked for.
 */
export type Need = { 
/**
 * The customer's words; may be empty.
 */
text: string, industries: Array<string>, products: Array<string>, services: Array<string>, solutions: Array<string>, };

/**
 * Which rule of the lifecycle forbids an action.
 */
export type NotAllowedWhy = { "rule": "stage", stage: StageKind, } | { "rule": "pastRespondBy", respondBy: Timestamp, } | { "rule": "pastDeadline", topic: Topic, deadline: Timestamp, } | { "rule": "undoOver" } | { "rule": "undoOvertaken" } | { "rule": "noticeLeft" };

/**
 * A notice of the outbox.
 */
export type Notice = { id: number, leadId: number, customer: string, kind: NoticeKind, 
/**
 * Who is told, by name.
 */
recipient: string, 
/**
 * The address of the prepared e-mail; `null` when none is known.
 */
email: string | null, createdAt: Timestamp, 
/**
 * When its e-mail was handed to the mail program.
 */
draftedAt: Timestamp | null, 
/**
 * When the user said that it is sent.
 */
sentAt: Timestamp | null, };

/**
 * Who has to be told, of what. Source: domain.md, "Who is told".
 */
export type NoticeKind = "declinedToCustomer" | "expiredToMicrosoft" | "expiredToPartner";

export type NoticeRef = { id: number, };

export type Notices = { 
/**
 * Waiting ones first, then the newest sent ones; at most 500.
 */
notices: Array<Notice>, };

/**
 * What stands in the way of notifications.
 */
export type NotificationProblem = "noBus" | "noServer" | "noAnswer" | "refused" | "doNotDisturb";

/**
 * What became of the test notification.
 */
export type NotificationTest = { delivered: boolean, 
/**
 * Who shows notifications here, such as `dunst 1.9.0`.
 */
server: string | null, 
/**
 * Whether a notification can offer buttons here.
 */
actions: boolean, problem: NotificationProblem | null, 
/**
 * The system's own words.
 */
detail: string | null, };

/**
 * How the lead got into this database.
 */
export type Origin = "import" | "hand" | "sample";

/**
 * Whether nothing shall be told until tomorrow morning, or everything again.
 */
export type PauseAlarms = { untilTomorrow: boolean, };

/**
 * From one time of day to another, over midnight if the second is earlier.
 */
export type QuietHours = { 
/**
 * Minutes since midnight.
 */
fromMinute: number, toMinute: number, };

/**
 * Why a lead was declined or lost: codes 1 to 8. Source: domain.md 2.1.
 */
export type Reason = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * Why one row of a file is no lead.
 */
export type RefusedReason = "notALead" | "missingCustomer" | "missingReceived" | "unknownStatus" | "unknownType" | "badDate" | "badAmount" | "badCurrency" | "tooLong" | "wrongCellCount" | "repeated";

export type RefusedRow = { 
/**
 * Counted as a spreadsheet or an editor shows it: the line in a CSV (its header is 1), the place in a JSON list from 1.
 */
row: number, 
/**
 * The column or key at fault, as the file names it.
 */
column: string | null, 
/**
 * The start of the value at fault.
 */
value: string | null, reason: RefusedReason, };

/**
 * A line of the bell: a reminder that was told.
 */
export type Reminder = { id: number, leadId: number, customer: string, kind: ReminderKind, topic: Topic, 
/**
 * When it fell due: its moment, or when the lead became known if that was later.
 */
dueAt: Timestamp, 
/**
 * The end of the contact window, or respond-by: how much was left is counted from here.
 */
deadline: Timestamp, 
/**
 * When the system took it; `None` when it did not.
 */
shownAt: Timestamp | null, 
/**
 * Why the system did not show it, in the system's words.
 */
failure: string | null, 
/**
 * What the user, or time, has done about it since.
 */
settled: Settled | null, 
/**
 * The note of a follow-up.
 */
note: string | null, read: boolean, 
/**
 * The digest that it was told in.
 */
digestId: number | null, };

/**
 * What a reminder says.
 */
export type ReminderKind = "hotArrived" | "hotLeft" | "hotLapsed" | "respondLeft" | "followUp" | "snoozed" | "expired";

export type Reminders = { 
/**
 * Newest first, at most 200.
 */
reminders: Array<Reminder>, 
/**
 * The digests that these were told in, newest first.
 */
digests: Array<Digest>, };

/**
 * For leads that are owed an answer.
 */
export type RespondRules = { 
/**
 * Hours before respond-by, the most first.
 */
hoursBefore: Array<number>, quiet: boolean, };

export type SampleCount = { count: number, };

/**
 * The whole list of employees, as it shall be: adding, changing and removing are one thing to Partner Center too.
 */
export type SaveEmployees = { id: number, revision: number, employees: Array<Employee>, };

export type SetAside = { 
/**
 * Where the damaged database lies now.
 */
keptAt: string, };

export type SetFavorite = { id: number, favorite: boolean, };

/**
 * The day on which to come back to a lead. An empty `on` takes it away.
 */
export type SetFollowUp = { id: number, revision: number, 
/**
 * `2026-12-01`
 */
on: string, note: string, };

/**
 * What the user has set.
 */
export type Settings = { language: LanguageChoice, theme: ThemeChoice, 
/**
 * For how many seconds an action can be undone: 0 to 120. Source: domain.md, "Undo".
 */
undoSeconds: number, 
/**
 * After how many days a lead expires whose source does not say: 1 to 90. Source: domain.md, "Respond-by".
 */
respondDays: number, 
/**
 * What closing the window does where a tray exists; `None` until the user was asked.
 */
keepInTray: boolean | null, 
/**
 * When the alarm speaks.
 */
alarm: AlarmRules, };

/**
 * What became of a reminder.
 */
export type Settled = { action: Action, at: Timestamp, };

/**
 * A choice and what it means for a lead.
 */
export type SnoozeChoice = { kind: SnoozeKind, until: Timestamp, 
/**
 * Whether the deadline is over by then, so that the user must be asked.
 */
pastDeadline: boolean, };

/**
 * Until when a lead can be snoozed.
 */
export type SnoozeChoices = { choices: Array<SnoozeChoice>, 
/**
 * What presses: a longer snooze has to be asked for.
 */
topic: Topic | null, deadline: Timestamp | null, };

/**
 * A choice of the snooze menu.
 */
export type SnoozeKind = "hour" | "afternoon" | "tomorrow" | "nextWorkingDay";

/**
 * Holds the reminders of a lead back until an instant, or ends that.
 */
export type SnoozeLead = { id: number, revision: number, 
/**
 * `null` ends the snooze.
 */
until: Timestamp | null, 
/**
 * The user was asked, and wants it though the deadline is over by then.
 */
pastDeadline: boolean, };

/**
 * By what a list is sorted.
 */
export type SortBy = "received" | "respondBy" | "timeLeft" | "value" | "customer" | "followUp";

/**
 * Partner Center's own words for where the lead stands, kept beside our three stages.
 */
export type SourceStatus = { status: string | null, substatus: string | null, };

export type StageCounts = { received: number, accepted: number, archived: number, };

/**
 * The three stages without what belongs to them.
 */
export type StageKind = "received" | "accepted" | "archived";

/**
 * Whether Hearth starts with the computer, hidden in the tray.
 */
export type StartWithComputer = { on: boolean, };

/**
 * Which of the three tabs. Source: domain.md, section 0.
 */
export type Tab = "marketplace" | "qualified" | "favorites";

export type TabCounts = { marketplace: StageCounts, qualified: StageCounts, favorites: StageCounts, };

/**
 * Which theme the window wears.
 */
export type ThemeChoice = "system" | "light" | "dark";

/**
 * An instant: milliseconds since 1970-01-01T00:00Z.
 */
export type Timestamp = number;

/**
 * What a reminder is about, and so which of the user's rules it follows.
 */
export type Topic = "contact" | "answer" | "followUp";

/**
 * Takes back the action that the undo offer `undo_id` of a lead was made for.
 */
export type UndoAction = { undoId: number, };

/**
 * The last action on a lead can be taken back until `until`.
 */
export type UndoOffer = { undoId: number, action: Action, until: Timestamp, };

/**
 * An action was taken back.
 */
export type Undone = { 
/**
 * The lead as it is again; `null` when the action had added it.
 */
lead: LeadDetail | null, };

/** Every command: what it takes and what it answers. */
export type Commands = {
  desk_state: { request: DeskStateQuery; reply: DeskState };
  list_leads: { request: ListQuery; reply: LeadPage };
  locate_lead: { request: LocateLead; reply: LeadPlace };
  get_lead: { request: LeadRef; reply: LeadDetail };
  accept_lead: { request: AcceptLead; reply: LeadDetail };
  decline_lead: { request: DeclineLead; reply: LeadDetail };
  edit_deal: { request: EditDeal; reply: LeadDetail };
  save_employees: { request: SaveEmployees; reply: LeadDetail };
  close_as_won: { request: CloseAsWon; reply: LeadDetail };
  close_as_lost: { request: CloseAsLost; reply: LeadDetail };
  set_favorite: { request: SetFavorite; reply: LeadDetail };
  mark_contacted: { request: MarkContacted; reply: LeadDetail };
  snooze_lead: { request: SnoozeLead; reply: LeadDetail };
  snooze_choices: { request: LeadRef; reply: SnoozeChoices };
  set_follow_up: { request: SetFollowUp; reply: LeadDetail };
  undo_action: { request: UndoAction; reply: Undone };
  add_lead: { request: AddLead; reply: LeadDetail };
  add_samples: { request: Empty; reply: SampleCount };
  remove_samples: { request: Empty; reply: SampleCount };
  list_notices: { request: Empty; reply: Notices };
  mark_notice_sent: { request: NoticeRef; reply: LeadDetail };
  list_reminders: { request: Empty; reply: Reminders };
  mark_reminders_read: { request: Empty; reply: Empty };
  pause_alarms: { request: PauseAlarms; reply: Empty };
  save_settings: { request: Settings; reply: Settings };
  bootstrap: { request: Empty; reply: Bootstrap };
  choose_import_files: { request: Empty; reply: Empty };
  draft_notice: { request: NoticeRef; reply: LeadDetail };
  open_link: { request: Link; reply: Empty };
  retry_database: { request: Empty; reply: Empty };
  set_database_aside: { request: Empty; reply: SetAside };
  open_data_folder: { request: Empty; reply: Empty };
  send_test_notification: { request: Empty; reply: NotificationTest };
  set_start_with_computer: { request: StartWithComputer; reply: StartWithComputer };
  answer_closing: { request: ClosingAnswer; reply: Empty };
};
