// Written by `cargo xtask bindings` from src-tauri/core/src/api. Do not edit by hand.

export type AcceptLead = { id: number, revision: number, deal: DealForm, employees: Array<Employee>, };

/**
 * What was done.
 */
export type Action = "received" | "imported" | "updated" | "added" | "sampleAdded" | "accepted" | "declined" | "expired" | "edited" | "employeesChanged" | "won" | "lost" | "favorited" | "unfavorited" | "contacted" | "snoozed" | "woken" | "followUpSet" | "followUpCleared" | "undone" | "importUndone" | "merged" | "absorbed" | "takenApart" | "noticeDrafted" | "noticeSent";

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
export type ApiError = { "code": "notFound" } | { "code": "cancelled" } | { "code": "conflict" } | { "code": "notAllowed", why: NotAllowedWhy, } | { "code": "invalid", fields: Array<InvalidField>, } | { "code": "busy" } | { "code": "readOnly", path: string, } | { "code": "diskFull" } | { "code": "newerFile", path: string, found: number, known: number, } | { "code": "corrupt", path: string, detail: string, } | { "code": "unopened", path: string, detail: string, } | { "code": "linkRefused" } | { "code": "systemRefused", detail: string, } | { "code": "internal", reportId: string, };

/**
 * What became of a file that came by the watched folder.
 */
export type Arrival = { id: number, at: Timestamp, report: FileReport, importId: number | null, read: boolean, };

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

/**
 * What shall be done to each of them, as it was typed.
 */
export type BulkAction = { "kind": "decline", 
/**
 * `null` while the user has not picked one, which is answered by `invalid`.
 */
reason: Reason | null, notes: string, } | { "kind": "markContacted", at: Timestamp, way: ContactWay, note: string, } | { "kind": "setFavorite", favorite: boolean, } | { "kind": "addEmployee", employee: Employee, } | { "kind": "setCampaign", 
/**
 * An empty text takes the campaign away.
 */
campaignId: string, };

/**
 * What a bulk action would do.
 */
export type BulkForeseen = { verb: BulkVerb, total: number, changed: number, 
/**
 * The first five that would be changed.
 */
examples: Array<BulkLead>, leftOut: Array<LeftOut>, 
/**
 * Notices to customers that it would put into the outbox.
 */
notices: number, };

/**
 * A lead in one line.
 */
export type BulkLead = { id: number, customer: string, };

/**
 * A bulk action that waits to be done.
 */
export type BulkPlan = { 
/**
 * By which the window names it; no other plan of this session has it.
 */
plan: number, foreseen: BulkForeseen, };

export type BulkRef = { id: number, };

/**
 * What a bulk action did.
 */
export type BulkReport = { 
/**
 * By which it is taken back; `None` when nothing was changed or nothing can be undone.
 */
bulkId: number | null, verb: BulkVerb, changed: number, leftOut: Array<LeftOut>, 
/**
 * Until when it can be taken back.
 */
undoUntil: Timestamp | null, };

/**
 * What taking it back did.
 */
export type BulkUndone = { verb: BulkVerb, restored: number, 
/**
 * Leads that were worked on since, or whose notice has left the outbox: they stay.
 */
stayed: number, };

/**
 * The verb alone, as a report names it.
 */
export type BulkVerb = "decline" | "markContacted" | "setFavorite" | "addEmployee" | "setCampaign";

export type CloseAsLost = { id: number, revision: number, reason: Reason | null, notes: string, };

export type CloseAsWon = { id: number, revision: number, notes: string, };

/**
 * What the user answered when the window was closed for the first time: stay in the tray, or quit.
 */
export type ClosingAnswer = { keepInTray: boolean, };

/**
 * A column that tells something of a lead.
 */
export type Column = "hearthId" | "referralId" | "engagementId" | "leadType" | "direction" | "favorite" | "received" | "respondBy" | "status" | "substatus" | "microsoftStatus" | "accepted" | "archived" | "reason" | "reasonText" | "closingNotes" | "customerName" | "customerSize" | "addressLine1" | "addressLine2" | "city" | "state" | "postalCode" | "country" | "contactName" | "contactFirstName" | "contactLastName" | "contactTitle" | "contactEmail" | "contactPhone" | "contactMobile" | "requestedContact" | "contacted" | "contactedWay" | "contactedNote" | "followUpOn" | "followUpNote" | "need" | "industries" | "products" | "services" | "solutions" | "dealName" | "value" | "currency" | "purchaseDate" | "notes" | "crmId" | "campaignId" | "teamMember" | "invitedById" | "invitedByName" | "invitedByNotes" | "sourceStatus" | "sourceSubstatus" | "sharedWithMicrosoft";

/**
 * A column of the list, and how wide it is, in CSS pixels.
 */
export type ColumnWidth = { column: ListColumn, width: number, };

/**
 * Two leads beside each other: which to keep is the caller's to say.
 */
export type CompareLeads = { kept: number, other: number, };

export type ComparedField = { field: Field, kept: FieldValue | null, other: FieldValue | null, 
/**
 * Whether the user may choose; the stage and what belongs to it follow a rule.
 */
choice: boolean, 
/**
 * Whether the other side's value is proposed: the kept side has none.
 */
takeOther: boolean, };

/**
 * Both sides, field by field; equal fields too.
 */
export type Comparison = { kept: LeadBrief, other: LeadBrief, fields: Array<ComparedField>, 
/**
 * Why these two cannot be merged; `null` when they can.
 */
refused: NotAllowedWhy | null, };

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
 * How many rows became what.
 */
export type Counts = { added: number, updated: number, unchanged: number, doubtful: number, setAside: number, refused: number, };

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
 * How a table writes dates whose order of day, month and year a look at them does not tell.
 */
export type DateOrder = "yearMonthDay" | "monthDayYear" | "dayMonthYear";

/**
 * The deal as typed. Everything is text; an empty text is an empty field.
 */
export type DealForm = { name: string, amount: string, currency: string, 
/**
 * `2026-12-01`
 */
purchaseOn: string, notes: string, crmId: string, campaignId: string, };

export type DealReply = { name: string | null, value: MoneyText | null, purchaseOn: Date | null, notes: string | null, crmId: string | null, campaignId: string | null, };

/**
 * What shall become of a doubtful row, or of all of them.
 */
export type DecideDoubtful = { draft: number, 
/**
 * `null` for all.
 */
row: RowRef | null, decision: Decision, };

/**
 * How a table writes amounts.
 */
export type DecimalMark = "point" | "comma";

/**
 * What shall become of a doubtful row.
 */
export type Decision = "add" | "fillIn" | "leaveOut";

export type DeclineLead = { id: number, revision: number, 
/**
 * `null` while the user has not picked one, which is answered by `invalid`.
 */
reason: Reason | null, notes: string, };

/**
 * How tall the rows of the list are.
 */
export type Density = "roomy" | "dense";

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
settings: boolean, } | { "event": "clockMoved", now: Timestamp, } | { "event": "upgrading", percent: number, } | { "event": "importDrafted", draft: ImportDraft, } | { "event": "importProgress", draft: number, phase: ImportPhase, 
/**
 * Bytes while it reads, rows while it writes.
 */
done: number, total: number, } | { "event": "importForeseen", draft: number, summary: ForeseenSummary, } | { "event": "importFinished", draft: number, report: ImportReport, } | { "event": "importStopped", draft: number, error: ApiError | null, } | { "event": "exportFinished", report: ExportReport, } | { "event": "exportFailed", error: ApiError, } | { "event": "bulkProgress", verb: BulkVerb, done: number, total: number, } | { "event": "bulkFinished", report: BulkReport, } | { "event": "bulkUndone", undone: BulkUndone, } | { "event": "bulkStopped", verb: BulkVerb, error: ApiError | null, } | { "event": "watchChanged" } | { "event": "openLead", id: number, } | { "event": "openWaiting" } | { "event": "leadNotHere" } | { "event": "doneOutside", id: number, action: Action, } | { "event": "askSnooze", id: number, } | { "event": "keptMinimised" } | { "event": "alarmTrouble", error: ApiError | null, } | { "event": "closingAsked" } | { "event": "notificationsFailure", failure: string | null, };

/**
 * How the desk is laid out on this computer.
 */
export type DeskLayout = { look: DeskLook, density: Density, 
/**
 * Beside the lead itself, from left to right.
 */
columns: Array<ColumnWidth>, 
/**
 * The list's share of the desk, in CSS pixels; `None` for as it comes.
 */
listWidth: number | null, sideBar: boolean, 
/**
 * The view that the desk starts with.
 */
startView: number | null, };

/**
 * A list of rows, or a board of the three stages.
 */
export type DeskLook = "list" | "board";

/**
 * All that the window draws first.
 */
export type DeskStart = { 
/**
 * Whether there is a tray is not known so soon: it is asked for once the first screen is drawn.
 */
bootstrap: Bootstrap, 
/**
 * `null` while the database is in trouble.
 */
first: FirstScreen | null, };

/**
 * What the frame of the desk shows around the list.
 */
export type DeskState = { now: Timestamp, 
/**
 * Of the leads that match the query; of all when it is empty.
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
 * The counts of the desk, of all leads or of those that match a query. What of it is not understood asks nothing.
 */
export type DeskStateQuery = { query: string, };

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

/**
 * Why a row is doubtful, and what is to be done with it.
 */
export type Doubt = { 
/**
 * The lead that is here; `None` when it stands further up in the same import.
 */
lead: number | null, 
/**
 * The row further up.
 */
row: number | null, 
/**
 * The customer of the other one.
 */
customer: string, 
/**
 * What both have in common.
 */
matches: Array<Match>, decision: Decision, };

export type DraftFile = { name: string, bytes: number, look: Look | null, 
/**
 * Why it cannot be imported at all.
 */
problem: FileProblem | null, 
/**
 * The saved mapping that was found again by its headings; `look.mapping` is it then.
 */
savedMapping: string | null, };

/**
 * A file of a draft, by its place there from 0.
 */
export type DraftFileRef = { draft: number, file: number, };

export type DraftRef = { draft: number, };

/**
 * Two leads that may be the same.
 */
export type DuplicatePair = { 
/**
 * The older one.
 */
one: LeadBrief, other: LeadBrief, matches: Array<Match>, };

/**
 * What may be the same as one lead.
 */
export type Duplicates = { pairs: Array<DuplicatePair>, };

export type DuplicatesPage = { pairs: Array<DuplicatePair>, offset: number, total: number, };

/**
 * The pairs of the whole database, the surest first. `limit` is at most 200.
 */
export type DuplicatesQuery = { offset: number, limit: number, };

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
 * How many leads an export would hold.
 */
export type ExportCount = { leads: number, 
/**
 * Leads that the format cannot hold, such as one without referral id in Partner Center's own.
 */
cannot: number, };

/**
 * As what leads are written.
 */
export type ExportFormat = "partnerCenterCsv" | "salesforceCsv" | "dynamicsCsv" | "dynamicsXlsx" | "csv" | "xlsx" | "json" | "vcard" | "calendar";

/**
 * Asks where to, and writes there; what comes of it arrives as an event.
 */
export type ExportLeads = { format: ExportFormat, scope: LeadScope, };

/**
 * What was written.
 */
export type ExportReport = { 
/**
 * The files, by their names.
 */
files: Array<string>, folder: string, leads: number, 
/**
 * Leads that the format cannot hold.
 */
leftOut: number, 
/**
 * Of the written leads, those of which something was longer than the format takes.
 */
shortened: number, };

/**
 * A field of a lead, as the history names it.
 */
export type Field = "leadType" | "stage" | "outcome" | "reason" | "reasonText" | "closingNotes" | "favorite" | "receivedAt" | "respondBy" | "customer" | "customerSize" | "address" | "contacts" | "requestedContact" | "contactedAt" | "contactWay" | "contactNote" | "snoozedUntil" | "followUpOn" | "followUpNote" | "need" | "requirements" | "dealName" | "dealValue" | "purchaseOn" | "notes" | "crmId" | "campaignId" | "employees" | "invitedBy" | "sourceStatus";

/**
 * One field before and after; `None` is an empty field.
 */
export type FieldChange = { field: Field, before: FieldValue | null, after: FieldValue | null, };

export type FieldProblem = "required" | "tooLong" | "notANumber" | "negative" | "tooLarge" | "tooPrecise" | "notADate" | "notACurrency" | "notAnEmail" | "inTheFuture" | "inThePast" | "outOfRange" | "taken" | "notUnderstood" | "tooMany";

/**
 * What a field held.
 */
export type FieldValue = { "type": "text", "value": string } | { "type": "code", "value": string } | { "type": "flag", "value": boolean } | { "type": "instant", "value": Timestamp } | { "type": "date", "value": Date } | { "type": "money", "value": MoneyText } | { "type": "people", "value": Array<Employee> };

/**
 * Why nothing of a file was taken.
 */
export type FileProblem = { "code": "unreadable", message: string, } | { "code": "empty" } | { "code": "tooLarge", bytes: number, limit: number, } | { "code": "changed" } | { "code": "tooManyColumns", limit: number, } | { "code": "tooLargeInside", limit: number, } | { "code": "locked" } | { "code": "badWorkbook", message: string, } | { "code": "badEncoding", line: number, } | { "code": "notLeads" } | { "code": "webPage" } | { "code": "errorReply", message: string, } | { "code": "cutOff", line: number, } | { "code": "badJson", line: number, column: number, } | { "code": "missingColumns", columns: Array<string>, };

/**
 * What became of one file.
 */
export type FileReport = { name: string, 
/**
 * Why nothing of this file was taken; the counts are 0 then.
 */
problem: FileProblem | null, added: number, updated: number, unchanged: number, 
/**
 * Doubtful rows that were left out.
 */
leftOut: number, 
/**
 * Co-sell opportunities, which are no leads.
 */
setAside: number, refused: number, };

/**
 * What the first screen shows, all of one state of the database.
 */
export type FirstScreen = { layout: DeskLayout, views: Array<View>, 
/**
 * The view that the desk starts with, one of `views`.
 */
view: number | null, 
/**
 * The first rows of that view, or of the list that was asked for.
 */
page: LeadPage, 
/**
 * Counted by the query of that list.
 */
desk: DeskState, };

/**
 * What the desk is to be started with.
 */
export type FirstScreenQuery = { 
/**
 * The list that is shown where the user starts with no view of their own.
 */
list: ListQuery, };

/**
 * The flame of a lead whose customer asked to be contacted directly.
 */
export type FlameWindow = { endsAt: Timestamp, contactedAt: Timestamp | null, };

/**
 * The day on which the user wants to come back to a lead, and why.
 */
export type FollowUp = { on: Date, note: string | null, };

/**
 * What an action would do to many leads. The leads are chosen now: one that comes in later is not among them.
 */
export type ForeseeBulk = { action: BulkAction, scope: LeadScope, };

/**
 * Starts the dry run; what comes of it arrives as events.
 */
export type ForeseeImport = { draft: number, 
/**
 * One for each file of the draft; `null` for one that needs none.
 */
mappings: Array<Mapping | null>, };

/**
 * What a dry run says of a row that is no refusal.
 */
export type Foreseen = { customer: string, 
/**
 * The lead that it updates or equals.
 */
lead: number | null, 
/**
 * For an update, field by field, old and new.
 */
changes: Array<FieldChange>, doubt: Doubt | null, };

export type ForeseenFile = { name: string, counts: Counts, problem: FileProblem | null, };

export type ForeseenPage = { rows: Array<ForeseenRow>, offset: number, total: number, };

/**
 * Rows of the dry run. `limit` is at most 200.
 */
export type ForeseenQuery = { draft: number, 
/**
 * Of this file of the draft, from 0; of all when `null`.
 */
file: number | null, 
/**
 * With this outcome; all when `null`.
 */
outcome: Outcome | null, offset: number, limit: number, };

export type ForeseenRow = { file: number, 
/**
 * Counted as in [`RefusedRow`].
 */
row: number, outcome: Outcome, foreseen: Foreseen, refused: RefusedRow | null, };

/**
 * What an import would do.
 */
export type ForeseenSummary = { counts: Counts, 
/**
 * File by file, in the draft's order.
 */
files: Array<ForeseenFile>, 
/**
 * Of the doubtful rows, how many will be added, filled in and left out.
 */
add: number, fillIn: number, leaveOut: number, };

/**
 * What a file is, by what is in it.
 */
export type Format = "partnerCenterJson" | "partnerCenterCsv" | "leadsAnalytics" | "marketplaceLead" | "salesforceCsv" | "salesforceJson" | "dynamics" | "hearthTable" | "hearthJson" | "table";

/**
 * A field in which a searched word was found.
 */
export type FoundIn = "customer" | "headline" | "contact" | "email" | "phone" | "deal" | "notes" | "need" | "city" | "crmId" | "campaign";

export type HistoryEntry = { id: number, 
/**
 * When it happened, which for an expiry is the respond-by instant, not when it was noticed.
 */
at: Timestamp, actor: Actor, action: Action, changes: Array<FieldChange>, 
/**
 * The lead it happened to, where that was merged into the one that is shown.
 */
of: number | null, };

/**
 * Where a searched word was found.
 */
export type Hit = { field: FoundIn, 
/**
 * The text around it, at most 80 letters; for the customer and the headline `None`: it is the row's own text.
 */
text: string | null, 
/**
 * What of the text is marked: beginnings and ends in UTF-16 units, in order, none overlapping.
 */
marks: Array<[number, number]>, };

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
 * Files that wait to be imported.
 */
export type ImportDraft = { 
/**
 * By which the window names it; no other draft of this session has it.
 */
id: number, files: Array<DraftFile>, };

/**
 * An import that was done.
 */
export type ImportEntry = { id: number, at: Timestamp, by: Actor, files: Array<FileReport>, undoneAt: Timestamp | null, };

/**
 * What an import is doing.
 */
export type ImportPhase = "comparing" | "writing";

export type ImportRef = { id: number, };

/**
 * What an import did, file by file.
 */
export type ImportReport = { 
/**
 * By which it can be taken back; `None` when nothing was written.
 */
importId: number | null, files: Array<FileReport>, };

/**
 * What taking an import back would do.
 */
export type ImportUndo = { 
/**
 * Leads that the import added and nobody touched: they go.
 */
removed: number, 
/**
 * Leads that it changed and nobody touched: they are again what they were.
 */
restored: number, 
/**
 * Leads that were worked on since, at most 500 of them: they stay, or go back with all that was done since.
 */
touched: Array<TouchedLead>, touchedTotal: number, };

/**
 * What taking an import back has done.
 */
export type ImportUndone = { removed: number, restored: number, left: number, };

/**
 * The imports of this database, newest first, at most 500.
 */
export type Imports = { imports: Array<ImportEntry>, };

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
 * A lead as a list of duplicates shows it.
 */
export type LeadBrief = { id: number, revision: number, customer: string, 
/**
 * Name, e-mail and phone of the first contact.
 */
contact: string, email: string | null, phone: string | null, stage: StageKind, outcome: string | null, receivedAt: Timestamp, referralId: string | null, };

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
history: Array<HistoryEntry>, undo: UndoOffer | null, 
/**
 * The leads that were merged into this one, the newest merge first.
 */
merged: Array<MergedLead>, 
/**
 * Where this lead is one that was merged away: into which.
 */
mergedInto: number | null, 
/**
 * How many other leads may be the same.
 */
duplicates: number, };

export type LeadPage = { 
/**
 * Fewer than were asked for where leads of the list were removed since it was made: `offset` counts places of the list.
 */
rows: Array<LeadRow>, offset: number, total: number, 
/**
 * By which further pages of this very list are asked for.
 */
list: number, };

/**
 * Two leads, in whatever order.
 */
export type LeadPair = { one: number, other: number, };

/**
 * Where a lead stands: its stage, the tab it belongs to, and its place in the list that was asked for, if it is there.
 */
export type LeadPlace = { 
/**
 * The lead that was asked for, or the one that it was merged into.
 */
id: number, stage: StageKind, tab: Tab, index: number | null, };

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
headline: string, receivedAt: Timestamp, respondBy: Timestamp, archivedAt: Timestamp | null, purchaseOn: Date | null, flame: FlameWindow | null, snoozedUntil: Timestamp | null, followUpOn: Date | null, value: MoneyText | null, favorite: boolean, 
/**
 * The first contact.
 */
contact: string | null, email: string | null, phone: string | null, city: string | null, country: string | null, deal: string | null, crmId: string | null, campaignId: string | null, 
/**
 * The first employee.
 */
employee: string | null, employees: number, reason: Reason | null, 
/**
 * Where the words of the query were found; empty without words.
 */
hits: Array<Hit>, };

/**
 * Which leads are written, or changed.
 */
export type LeadScope = { "kind": "all" } | { "kind": "list", query: ListQuery, except: Array<number>, } | { "kind": "leads", ids: Array<number>, };

/**
 * Where a lead comes from, and so in which tab it stands. Source: domain.md, "Which tab".
 */
export type LeadType = "customerInquiry" | "marketingQualified" | "salesQualified";

/**
 * Leads that would not be, or were not, changed for one reason.
 */
export type LeftOut = { why: WhyNot, count: number, 
/**
 * The first five.
 */
examples: Array<BulkLead>, };

export type LikelyLead = { lead: LeadBrief, matches: Array<Match>, };

/**
 * The leads that a new one may be the same as, the surest first; at most five.
 */
export type LikelySame = { leads: Array<LikelyLead>, };

/**
 * A link to open outside: `mailto:`, `tel:` or `https:`.
 */
export type Link = { url: string, };

/**
 * A column that the list can show beside the lead itself.
 */
export type ListColumn = "timeLeft" | "value" | "received" | "respondBy" | "purchase" | "followUp" | "archived" | "contact" | "email" | "phone" | "city" | "country" | "deal" | "crmId" | "campaign" | "employees" | "leadType" | "stage" | "outcome" | "reason";

/**
 * Which leads a list shows, in which order, from where. `limit` is at most 200.
 */
export type ListQuery = { tab: Tab, 
/**
 * All stages when `null`.
 */
stage: StageKind | null, 
/**
 * Words and filters, as typed. What of it is not understood asks nothing.
 */
query: string, sort: SortBy, descending: boolean, offset: number, limit: number, 
/**
 * The `list` of a page that was answered before: this page is of that very list, whatever has changed since, so that every row
 * stands in it once. A list that is forgotten by then is made anew, and has another number.
 */
list: number | null, };

/**
 * Where a lead stands in a list.
 */
export type LocateLead = { id: number, query: ListQuery, };

/**
 * What a first look at a file shows.
 */
export type Look = { format: Format, 
/**
 * How its text is written, such as `UTF-8`, `UTF-16LE`, `CP949`, `Windows-1252`; empty for XLSX.
 */
encoding: string, 
/**
 * The columns of a table; empty for the others.
 */
columns: Array<SampledColumn>, 
/**
 * For a table, the mapping that its headings and values suggest.
 */
mapping: Mapping | null, 
/**
 * Rows of the file, its heading not counted; of a large file as far as it was looked at.
 */
rows: number, 
/**
 * Whether `rows` is all of them.
 */
counted: boolean, };

export type MappedColumn = { heading: string, column: Column | null, };

/**
 * By which rules a table's columns become a lead.
 */
export type Mapping = { 
/**
 * The table's columns from the left, with its own heading and what it is; `None` is kept with the row only.
 */
columns: Array<MappedColumn>, 
/**
 * The kind of a lead whose row does not tell.
 */
leadType: LeadType | null, 
/**
 * The ISO 4217 code of an amount whose row does not tell.
 */
currency: string | null, dateOrder: DateOrder, decimalMark: DecimalMark, };

export type MappingName = { name: string, };

export type MarkContacted = { id: number, revision: number, at: Timestamp, way: ContactWay, note: string, };

/**
 * What two leads have in common.
 */
export type Match = { kind: MatchKind, 
/**
 * The value that both have, as a person reads it: the address, the number, the domain with both names.
 */
value: string, };

export type MatchKind = "referralId" | "email" | "phone" | "domainAndName";

/**
 * Merges `other` into `kept`.
 */
export type MergeLeads = { kept: number, keptRevision: number, other: number, otherRevision: number, 
/**
 * The fields that the kept lead takes from the other one.
 */
take: Array<Field>, };

export type MergeRef = { id: number, };

/**
 * A lead that was merged into another one.
 */
export type MergedLead = { mergeId: number, at: Timestamp, lead: LeadBrief, };

/**
 * An amount as decimal text with its ISO 4217 code.
 */
export type MoneyText = { amount: string, currency: string, };

/**
 * Puts a view to a place among the others, from 0.
 */
export type MoveView = { id: number, to: number, };

/**
 * What the customer asked for.
 */
export type Need = { 
/**
 * The customer's words; may be empty.
 */
text: string, industries: Array<string>, products: Array<string>, services: Array<string>, solutions: Array<string>, };

/**
 * A lead that is about to be typed in, as far as it is typed.
 */
export type NewLeadKeys = { customer: string, email: string, phone: string, country: string, };

/**
 * Which rule of the lifecycle forbids an action.
 */
export type NotAllowedWhy = { "rule": "stage", stage: StageKind, } | { "rule": "pastRespondBy", respondBy: Timestamp, } | { "rule": "pastDeadline", topic: Topic, deadline: Timestamp, } | { "rule": "undoOver" } | { "rule": "undoOvertaken" } | { "rule": "mergedAway", into: number, } | { "rule": "takenBack" } | { "rule": "noticeLeft" };

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
 * What becomes of a row.
 */
export type Outcome = "added" | "updated" | "unchanged" | "doubtful" | "setAside" | "refused";

/**
 * Whether nothing shall be told until tomorrow morning, or everything again.
 */
export type PauseAlarms = { untilTomorrow: boolean, };

export type PlanRef = { plan: number, };

/**
 * A part of the query's text, as the window shows it.
 */
export type QueryPart = { 
/**
 * Where it stands, in UTF-16 units, its quotes and its `-` included.
 */
from: number, until: number, 
/**
 * `None` for a word.
 */
field: SearchField | null, not: boolean, 
/**
 * The value as it was typed, without quotes: `>10000`, `KR`, `spring`.
 */
value: string, problem: QueryProblem | null, };

/**
 * Why a part of a query was not understood. It asks nothing then.
 */
export type QueryProblem = { "kind": "unknownField", nearest: string | null, } | { "kind": "noValue" } | { "kind": "unknownValue", known: Array<string>, } | { "kind": "notANumber" } | { "kind": "notADate" } | { "kind": "emptyRange" } | { "kind": "tooMany" };

/**
 * A query taken apart, as it is understood now.
 */
export type QueryReading = { parts: Array<QueryPart>, };

/**
 * A query as typed, to be taken apart.
 */
export type QueryText = { query: string, };

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
export type RefusedReason = "notALead" | "missingCustomer" | "missingReceived" | "unknownStatus" | "unknownType" | "badDate" | "badAmount" | "badCurrency" | "tooLong" | "wrongCellCount" | "repeated" | "rowTooLong";

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
digests: Array<Digest>, 
/**
 * Files that came by the watched folder, newest first, at most 50.
 */
arrivals: Array<Arrival>, };

/**
 * For leads that are owed an answer.
 */
export type RespondRules = { 
/**
 * Hours before respond-by, the most first.
 */
hoursBefore: Array<number>, quiet: boolean, };

export type RowRef = { file: number, row: number, };

export type SampleCount = { count: number, };

/**
 * A column of a table with what stands in it, for the eyes of whoever maps it.
 */
export type SampledColumn = { heading: string, 
/**
 * The first different values that are not empty, cut to a line; at most five.
 */
samples: Array<string>, };

/**
 * The whole list of employees, as it shall be: adding, changing and removing are one thing to Partner Center too.
 */
export type SaveEmployees = { id: number, revision: number, employees: Array<Employee>, };

/**
 * Keeps a mapping under a name; one of that name is replaced.
 */
export type SaveMapping = { name: string, mapping: Mapping, };

/**
 * Saves a view under its name: a new one, or over the one of this number.
 */
export type SaveView = { id: number | null, view: ViewForm, };

/**
 * A file that the user was asked to name; `null` when nothing was saved.
 */
export type SavedFile = { name: string | null, };

export type SavedMappings = { names: Array<string>, };

/**
 * A field that the grammar knows by name.
 */
export type SearchField = "type" | "stage" | "outcome" | "is" | "country" | "currency" | "value" | "received" | "respond" | "purchase" | "followUp" | "campaign" | "reason" | "employee";

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
alarm: AlarmRules, 
/**
 * The keys that the user has given to actions of the window, by the window's own names of both, such as `accept` and `Shift+A`.
 * What is not in it has the key that it comes with; an empty key is none.
 */
keys: { [key in string]: string }, };

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
 * By what a list is sorted. Texts stand in the order of their letters, small and capital ones alike; what has no value comes last,
 * and equal ones stand in the order in which they came.
 */
export type SortBy = "received" | "respondBy" | "timeLeft" | "value" | "customer" | "followUp" | "purchase" | "archived" | "contact" | "city" | "country" | "deal" | "crmId" | "campaign" | "leadType" | "stage" | "outcome" | "reason";

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
 * Values that leads have in a field and that contain `text`, those that begin with it first, the most frequent first; at most
 * 50.
 */
export type Suggest = { field: SearchField, text: string, };

export type Suggestion = { value: string, leads: number, };

export type Suggestions = { values: Array<Suggestion>, };

/**
 * Which of the three tabs. Source: domain.md, section 0.
 */
export type Tab = "all" | "marketplace" | "qualified" | "favorites";

export type TabCounts = { all: StageCounts, marketplace: StageCounts, qualified: StageCounts, favorites: StageCounts, };

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
 * A lead that an import brought or changed and that was worked on since.
 */
export type TouchedLead = { id: number, customer: string, 
/**
 * Whether the import had added it, so that taking it back removes it.
 */
added: boolean, 
/**
 * When it was last changed.
 */
at: Timestamp, 
/**
 * What was changed since; empty when only its notice left or it was merged.
 */
changes: Array<FieldChange>, };

/**
 * Takes back the action that the undo offer `undo_id` of a lead was made for.
 */
export type UndoAction = { undoId: number, };

/**
 * Takes an import back.
 */
export type UndoImport = { id: number, 
/**
 * Leads that were worked on since and shall go back all the same; the others stay.
 */
also: Array<number>, 
/**
 * All of them.
 */
alsoAll: boolean, };

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

export type View = { id: number, view: ViewForm, 
/**
 * The leads that it holds now; `null` when its query is not understood any more.
 */
leads: number | null, };

/**
 * A list under a name.
 */
export type ViewForm = { name: string, tab: Tab, stage: StageKind | null, query: string, sort: SortBy, descending: boolean, columns: Array<ColumnWidth>, };

export type ViewRef = { id: number, };

/**
 * The saved views, in the user's order.
 */
export type Views = { views: Array<View>, };

/**
 * The folder whose files are imported by themselves.
 */
export type WatchedFolder = { 
/**
 * `null` while none is watched.
 */
path: string | null, 
/**
 * By which saved mapping a table is read that is not of a known format.
 */
mapping: string | null, 
/**
 * Why it cannot be watched just now, in the system's words.
 */
problem: string | null, };

export type WatchedMapping = { mapping: string | null, };

/**
 * Why a lead is not changed.
 */
export type WhyNot = "received" | "accepted" | "archived" | "pastRespondBy" | "alreadySo" | "changedSince" | "tooMany";

/** Every command: what it takes and what it answers. */
export type Commands = {
  desk_state: { request: DeskStateQuery; reply: DeskState };
  list_leads: { request: ListQuery; reply: LeadPage };
  locate_lead: { request: LocateLead; reply: LeadPlace };
  read_query: { request: QueryText; reply: QueryReading };
  suggest: { request: Suggest; reply: Suggestions };
  list_views: { request: Empty; reply: Views };
  save_view: { request: SaveView; reply: Views };
  delete_view: { request: ViewRef; reply: Views };
  move_view: { request: MoveView; reply: Views };
  desk_layout: { request: Empty; reply: DeskLayout };
  save_desk_layout: { request: DeskLayout; reply: DeskLayout };
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
  list_imports: { request: Empty; reply: Imports };
  foresee_undo: { request: ImportRef; reply: ImportUndo };
  undo_import: { request: UndoImport; reply: ImportUndone };
  list_mappings: { request: Empty; reply: SavedMappings };
  get_mapping: { request: MappingName; reply: Mapping };
  save_mapping: { request: SaveMapping; reply: SavedMappings };
  delete_mapping: { request: MappingName; reply: SavedMappings };
  list_duplicates: { request: DuplicatesQuery; reply: DuplicatesPage };
  duplicates_of: { request: LeadRef; reply: Duplicates };
  likely_same: { request: NewLeadKeys; reply: LikelySame };
  keep_apart: { request: LeadPair; reply: Empty };
  compare_leads: { request: CompareLeads; reply: Comparison };
  merge_leads: { request: MergeLeads; reply: LeadDetail };
  take_apart: { request: MergeRef; reply: LeadDetail };
  count_export: { request: ExportLeads; reply: ExportCount };
  start_desk: { request: FirstScreenQuery; reply: DeskStart };
  bootstrap: { request: Empty; reply: Bootstrap };
  choose_import_files: { request: Empty; reply: Empty };
  add_draft_files: { request: DraftRef; reply: Empty };
  remove_draft_file: { request: DraftFileRef; reply: ImportDraft };
  foresee_import: { request: ForeseeImport; reply: Empty };
  foreseen_rows: { request: ForeseenQuery; reply: ForeseenPage };
  decide_doubtful: { request: DecideDoubtful; reply: ForeseenSummary };
  apply_import: { request: DraftRef; reply: Empty };
  cancel_import: { request: DraftRef; reply: Empty };
  drop_draft: { request: DraftRef; reply: Empty };
  save_failed_rows: { request: DraftRef; reply: SavedFile };
  export_leads: { request: ExportLeads; reply: Empty };
  foresee_bulk: { request: ForeseeBulk; reply: BulkPlan };
  run_bulk: { request: PlanRef; reply: Empty };
  cancel_bulk: { request: PlanRef; reply: Empty };
  drop_bulk: { request: PlanRef; reply: Empty };
  undo_bulk: { request: BulkRef; reply: Empty };
  print_window: { request: Empty; reply: Empty };
  watched_folder: { request: Empty; reply: WatchedFolder };
  choose_watched_folder: { request: Empty; reply: WatchedFolder };
  stop_watching: { request: Empty; reply: WatchedFolder };
  set_watched_mapping: { request: WatchedMapping; reply: WatchedFolder };
  draft_notice: { request: NoticeRef; reply: LeadDetail };
  open_link: { request: Link; reply: Empty };
  retry_database: { request: Empty; reply: Empty };
  set_database_aside: { request: Empty; reply: SetAside };
  open_data_folder: { request: Empty; reply: Empty };
  send_test_notification: { request: Empty; reply: NotificationTest };
  set_start_with_computer: { request: StartWithComputer; reply: StartWithComputer };
  answer_closing: { request: ClosingAnswer; reply: Empty };
};

/** How the values of filters are written, and what else each may be called: in small letters, without spaces. */
export const searchNames = {
  type: {
    inquiry: ["customerinquiry","customer","marketplace","고객문의","문의"],
    marketing: ["marketingqualified","마케팅","마케팅적격"],
    sales: ["salesqualified","영업","영업적격"],
  },
  stage: {
    received: ["받음","접수"],
    accepted: ["수락됨","수락"],
    archived: ["보관됨","보관"],
  },
  outcome: {
    won: ["성사"],
    lost: ["실패"],
    declined: ["거절됨","거절"],
    expired: ["만료됨","만료"],
  },
  is: {
    hot: ["급함","대기"],
    lapsed: ["지남"],
    unanswered: ["미응답"],
    contacted: ["연락함"],
    favorite: ["favourite","즐겨찾기"],
    snoozed: ["다시알림","미룸"],
    sample: ["예제"],
  },
  reason: {
    budget: ["1","예산"],
    noresponse: ["2","무응답"],
    othervendor: ["3","다른공급업체","타사"],
    requirement: ["4","요구사항"],
    notacustomer: ["5","고객아님"],
    timeline: ["6","일정"],
    abuse: ["spam","7","악용","스팸"],
    other: ["8","기타"],
  },
  presence: {
    set: ["있음"],
    none: ["없음"],
  },
  followUp: {
    due: ["지금","도래"],
  },
  day: {
    today: ["오늘"],
    yesterday: ["어제"],
    tomorrow: ["내일"],
  },
} as const;
