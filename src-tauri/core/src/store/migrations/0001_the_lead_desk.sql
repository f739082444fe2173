-- The lead desk: leads, what imports brought, what happened, who must be told, what reminds.
-- Instants are UTC milliseconds (_at), dates ISO text (_on), money minor units and an ISO 4217 code.

CREATE TABLE leads (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  revision          INTEGER NOT NULL DEFAULT 1,
  lead_type         TEXT    NOT NULL CHECK (lead_type IN ('customerInquiry', 'marketingQualified', 'salesQualified')),
  tab               TEXT    NOT NULL GENERATED ALWAYS AS (iif(lead_type = 'customerInquiry', 'marketplace', 'qualified')) VIRTUAL,
  origin            TEXT    NOT NULL CHECK (origin IN ('import', 'hand', 'sample')),
  referral_id       TEXT    COLLATE NOCASE UNIQUE,
  engagement_id     TEXT,
  favorite          INTEGER NOT NULL CHECK (favorite IN (0, 1)),
  received_at       INTEGER NOT NULL,
  respond_by        INTEGER NOT NULL,
  stage             TEXT    NOT NULL CHECK (stage IN ('received', 'accepted', 'archived')),
  accepted_at       INTEGER,
  archived_at       INTEGER,
  outcome           TEXT,
  reason            INTEGER CHECK (reason BETWEEN 1 AND 8),
  reason_text       TEXT,
  closing_notes     TEXT,
  customer          TEXT    NOT NULL,
  customer_size     TEXT,
  address_line1     TEXT,
  address_line2     TEXT,
  city              TEXT,
  state             TEXT,
  postal_code       TEXT,
  country           TEXT,
  contacts          TEXT    NOT NULL, -- JSON array
  requested_contact INTEGER NOT NULL CHECK (requested_contact IN (0, 1)),
  contacted_at      INTEGER,
  contacted_way     TEXT,
  contacted_note    TEXT,
  -- The end of the contact window while the customer is waiting: a received lead with a flame that nobody contacted.
  hot_until         INTEGER,
  need              TEXT    NOT NULL,
  requirements      TEXT    NOT NULL, -- JSON object of industries, products, services, solutions
  deal_name         TEXT,
  value_minor       INTEGER CHECK (value_minor >= 0),
  value_currency    TEXT,
  purchase_on       TEXT,
  notes             TEXT,
  crm_id            TEXT,
  campaign_id       TEXT,
  employees         TEXT    NOT NULL, -- JSON array
  invited_by        TEXT    NOT NULL, -- JSON object
  source_status     TEXT,
  source_substatus  TEXT,
  -- What the search box looks in, folded by the same function as the query.
  search_text       TEXT    NOT NULL,
  CHECK ((stage = 'archived') = (outcome IS NOT NULL)),
  CHECK ((stage = 'archived') = (archived_at IS NOT NULL)),
  CHECK ((value_minor IS NULL) = (value_currency IS NULL)),
  CHECK ((contacted_at IS NULL) = (contacted_way IS NULL))
) STRICT;

CREATE INDEX leads_by_tab      ON leads (tab, stage, received_at);
CREATE INDEX leads_by_favorite ON leads (stage, received_at) WHERE favorite = 1;
CREATE INDEX leads_to_expire   ON leads (respond_by) WHERE stage = 'received';
CREATE INDEX leads_waiting     ON leads (hot_until) WHERE hot_until IS NOT NULL;
CREATE INDEX leads_samples     ON leads (id) WHERE origin = 'sample';

-- What an import brought, whole: unknown keys go out again, and the next import is compared with it.
CREATE TABLE sources (
  lead_id     INTEGER PRIMARY KEY REFERENCES leads (id) ON DELETE CASCADE,
  file_name   TEXT    NOT NULL,
  imported_at INTEGER NOT NULL,
  raw         TEXT    NOT NULL,     -- the source's own JSON object
  told        TEXT    NOT NULL,     -- the fields as they were understood, JSON
  fingerprint INTEGER NOT NULL      -- of raw, to know a lead again that has no referral id
) STRICT;

CREATE INDEX sources_by_fingerprint ON sources (fingerprint);

-- Append-only: rows go only with their lead.
CREATE TABLE history (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id     INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  at          INTEGER NOT NULL,     -- when it happened
  recorded_at INTEGER NOT NULL,     -- when it was written down
  actor       TEXT    NOT NULL,     -- JSON
  action      TEXT    NOT NULL,
  changes     TEXT    NOT NULL      -- JSON array of field, before, after
) STRICT;

CREATE INDEX history_by_lead ON history (lead_id, id);

CREATE TRIGGER history_is_never_rewritten BEFORE UPDATE ON history
BEGIN SELECT raise(ABORT, 'the history is append-only'); END;

CREATE TRIGGER history_goes_only_with_its_lead BEFORE DELETE ON history
WHEN EXISTS (SELECT 1 FROM leads WHERE id = old.lead_id)
BEGIN SELECT raise(ABORT, 'the history is append-only'); END;

-- The last action of each lead that can still be taken back.
CREATE TABLE undo (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id        INTEGER NOT NULL UNIQUE REFERENCES leads (id) ON DELETE CASCADE,
  action         TEXT    NOT NULL,
  until          INTEGER NOT NULL,
  revision_after INTEGER NOT NULL,
  before         TEXT               -- the lead as it was, JSON; NULL when the action added it
) STRICT;

-- Append-only but for the marks of what became of a notice, each set once.
CREATE TABLE outbox (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id      INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  kind         TEXT    NOT NULL,
  recipient    TEXT    NOT NULL,
  email        TEXT,
  created_at   INTEGER NOT NULL,
  drafted_at   INTEGER,
  sent_at      INTEGER,
  withdrawn_at INTEGER
) STRICT;

CREATE INDEX outbox_by_lead ON outbox (lead_id);
CREATE INDEX outbox_open    ON outbox (id) WHERE sent_at IS NULL AND withdrawn_at IS NULL;

CREATE TRIGGER a_notice_is_never_rewritten
BEFORE UPDATE OF id, lead_id, kind, recipient, email, created_at ON outbox
BEGIN SELECT raise(ABORT, 'the outbox is append-only'); END;

CREATE TRIGGER a_notice_goes_only_with_its_lead BEFORE DELETE ON outbox
WHEN EXISTS (SELECT 1 FROM leads WHERE id = old.lead_id)
BEGIN SELECT raise(ABORT, 'the outbox is append-only'); END;

-- A reminder is claimed, shown, then marked shown or failed; a claim without a mark is shown again.
CREATE TABLE reminders (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id    INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  kind       TEXT    NOT NULL,
  due_at     INTEGER NOT NULL,
  deadline   INTEGER NOT NULL,
  claimed_at INTEGER,
  shown_at   INTEGER,
  failure    TEXT,
  told_at    INTEGER,               -- when it was marked, either way
  read_at    INTEGER,
  UNIQUE (lead_id, kind, deadline)
) STRICT;

CREATE INDEX reminders_due    ON reminders (due_at) WHERE told_at IS NULL;
CREATE INDEX reminders_told   ON reminders (told_at) WHERE told_at IS NOT NULL;
CREATE INDEX reminders_unread ON reminders (id) WHERE told_at IS NOT NULL AND read_at IS NULL;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
