-- A million leads: what lists, counts and filters are answered from, the words that leads are found by, saved views, and actions
-- on many leads that can be taken back.

-- 1. The desk.

-- 2. Words.

-- 3. Views.

CREATE TABLE views (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  place      INTEGER NOT NULL,       -- in the side bar
  name       TEXT    NOT NULL COLLATE NOCASE UNIQUE,
  view       TEXT    NOT NULL        -- domain::views::ViewForm, JSON
) STRICT;

-- 4. Bulk actions.

CREATE TABLE bulk_actions (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  verb      TEXT    NOT NULL,        -- domain::bulk::BulkVerb
  until     INTEGER NOT NULL,        -- until when it can be taken back
  undone_at INTEGER
) STRICT;

-- The leads that a bulk action changed, to take it back.
CREATE TABLE bulk_rows (
  bulk_id  INTEGER NOT NULL REFERENCES bulk_actions (id) ON DELETE CASCADE,
  lead_id  INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,         -- after it: a lead that has another one by now was worked on since
  before   TEXT,                     -- what it replaced, JSON; NULL where the verb alone says it
  PRIMARY KEY (bulk_id, lead_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX bulk_rows_of_lead ON bulk_rows (lead_id);
