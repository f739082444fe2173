-- A million leads: what lists, counts and filters are answered from, the words that leads are found by, saved views, and actions
-- on many leads that can be taken back.

-- 1. The desk.

-- How many transactions have changed leads. `App` counts it up at the end of each; what is changed meanwhile bears the next number.
CREATE TABLE lead_writes (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL
) STRICT;
INSERT INTO lead_writes VALUES (1, 0);

-- The number of the transaction that changed the lead last.
ALTER TABLE leads ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;

-- What a desk in memory is loaded from, and brought up to date by: all that lists are sorted and filtered by. The expression is
-- store::desk::marks, word for word: it puts the small fields of a lead into one number.
CREATE INDEX leads_desk ON leads (touched, (
  CASE stage WHEN 'received' THEN 0 WHEN 'accepted' THEN 1 ELSE 2 END
  + CASE lead_type WHEN 'customerInquiry' THEN 0 WHEN 'marketingQualified' THEN 1 ELSE 2 END * 4
  + favorite * 16
  + (hot_until IS NOT NULL) * 32
  + (contacted_at IS NOT NULL) * 64
  + (origin = 'sample') * 128
  + (merged_into IS NOT NULL) * 256
  + coalesce(reason, 0) * 512
  + CASE outcome WHEN 'won' THEN 1 WHEN 'lost' THEN 2 WHEN 'declined' THEN 3 WHEN 'expired' THEN 4 ELSE iif(outcome IS NULL, 0, 5) END * 8192
  + (campaign_id IS NOT NULL) * 65536
  + (employees <> '[]') * 131072
), received_at, respond_by, archived_at, value_minor, value_currency, purchase_on,
  follow_up_on, snoozed_until, country, city, campaign_id, employees);
CREATE INDEX leads_by_customer ON leads (customer COLLATE NOCASE);

-- The leads that are gone, for desks that still hold them.
CREATE TABLE deleted_leads (
  touched INTEGER NOT NULL,
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (touched, lead_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER a_deleted_lead_is_told AFTER DELETE ON leads
BEGIN INSERT OR IGNORE INTO deleted_leads SELECT number + 1, old.id FROM lead_writes; END;

-- Who writes past the store is noticed all the same.
CREATE TRIGGER a_new_lead_is_told AFTER INSERT ON leads WHEN new.touched <= (SELECT number FROM lead_writes)
BEGIN UPDATE leads SET touched = (SELECT number + 1 FROM lead_writes) WHERE id = new.id; END;
CREATE TRIGGER a_changed_lead_is_told AFTER UPDATE ON leads WHEN new.touched <= (SELECT number FROM lead_writes)
BEGIN UPDATE leads SET touched = (SELECT number + 1 FROM lead_writes) WHERE id = new.id; END;

-- Lists and counts are no longer answered from these.
DROP INDEX leads_by_tab;
DROP INDEX leads_by_favorite;

-- 2. Words.

-- What was searched through row by row; the lists below are asked instead.
ALTER TABLE leads DROP COLUMN search_text;

-- The leads that have a term, a chunk of lead numbers to a row: store::search::lists. The term is a byte for its class and the
-- letters: domain::search::terms.
CREATE TABLE search_terms (
  term  BLOB    NOT NULL,
  chunk INTEGER NOT NULL,
  leads BLOB    NOT NULL,
  PRIMARY KEY (term, chunk)
) STRICT, WITHOUT ROWID;

-- Beginnings of so many terms that they have lists of their own.
CREATE TABLE search_prefixes (
  prefix BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The digits of phone numbers: store::search::phones.
CREATE TABLE search_phones (
  chunk   INTEGER PRIMARY KEY,
  numbers BLOB    NOT NULL
) STRICT;

-- The leads that changed since the lists were made, with the texts that the lists know of them; NULL when they know none.
CREATE TABLE search_pending (
  lead_id INTEGER PRIMARY KEY,
  was     TEXT
) STRICT;

CREATE TRIGGER a_new_lead_is_not_in_the_lists AFTER INSERT ON leads BEGIN
  INSERT INTO search_pending (lead_id) VALUES (new.id) ON CONFLICT (lead_id) DO NOTHING;
END;

CREATE TRIGGER the_lists_know_what_a_lead_was AFTER UPDATE ON leads
WHEN old.customer IS NOT new.customer OR old.contacts IS NOT new.contacts OR old.deal_name IS NOT new.deal_name
  OR old.notes IS NOT new.notes OR old.need IS NOT new.need OR old.city IS NOT new.city OR old.crm_id IS NOT new.crm_id
  OR old.campaign_id IS NOT new.campaign_id OR old.employees IS NOT new.employees OR old.country IS NOT new.country
  OR (old.merged_into IS NULL) IS NOT (new.merged_into IS NULL)
BEGIN
  INSERT INTO search_pending (lead_id, was)
  VALUES (old.id, iif(old.merged_into IS NULL, json_array(old.customer, old.contacts, old.deal_name, old.notes, old.need, old.city,
    old.crm_id, old.campaign_id, old.employees, old.country), NULL))
  ON CONFLICT (lead_id) DO NOTHING;
END;

CREATE TRIGGER the_lists_know_what_a_deleted_lead_was AFTER DELETE ON leads BEGIN
  INSERT INTO search_pending (lead_id, was)
  VALUES (old.id, iif(old.merged_into IS NULL, json_array(old.customer, old.contacts, old.deal_name, old.notes, old.need, old.city,
    old.crm_id, old.campaign_id, old.employees, old.country), NULL))
  ON CONFLICT (lead_id) DO NOTHING;
END;

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
  from_revision INTEGER NOT NULL,    -- before it: what left that one can be taken back once this is
  revision INTEGER NOT NULL,         -- after it: a lead that has another one by now was worked on since
  before   TEXT,                     -- what it replaced, JSON; NULL where the verb alone says it
  PRIMARY KEY (bulk_id, lead_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX bulk_rows_of_lead ON bulk_rows (lead_id);

-- 5. Undo.

-- The offers of a lead lie one over the other: once the newest is taken back, the one before it stands again.
CREATE TABLE undo_4 (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id        INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  action         TEXT    NOT NULL,
  until          INTEGER NOT NULL,
  revision_after INTEGER NOT NULL,
  before         TEXT               -- the lead as it was, JSON; NULL when the action added it
) STRICT;

-- What was offered is over. Its numbers are not given again.
INSERT INTO sqlite_sequence (name, seq) SELECT 'undo_4', seq FROM sqlite_sequence WHERE name = 'undo';
DROP TABLE undo;
ALTER TABLE undo_4 RENAME TO undo;

CREATE INDEX undo_of_lead ON undo (lead_id);
