-- In and out: a lead's own name across databases, imports that can be taken back, duplicates, merges, and what was told
-- of files that came by themselves.

-- Known again in whatever file it comes back. A random 64-bit number, shown as sixteen hexadecimal digits.
ALTER TABLE leads ADD COLUMN hearth_id   INTEGER;
-- The lead that this one was merged into; such a lead is in no list, reminds of nothing and does not expire.
ALTER TABLE leads ADD COLUMN merged_into INTEGER REFERENCES leads (id);

UPDATE leads SET hearth_id = random();

CREATE UNIQUE INDEX leads_by_hearth_id ON leads (hearth_id);
CREATE INDEX leads_merged ON leads (merged_into) WHERE merged_into IS NOT NULL;

-- What lists and clocks look through holds no lead that was merged away.
DROP INDEX leads_by_tab;
DROP INDEX leads_by_favorite;
DROP INDEX leads_to_expire;
CREATE INDEX leads_by_tab      ON leads (tab, stage, received_at) WHERE merged_into IS NULL;
CREATE INDEX leads_by_favorite ON leads (stage, received_at) WHERE favorite = 1 AND merged_into IS NULL;
CREATE INDEX leads_to_expire   ON leads (respond_by) WHERE stage = 'received' AND merged_into IS NULL;

-- What a lead has in common with its duplicates: an e-mail address, a phone number in E.164, a mail domain. No index by the
-- lead: which keys it has is known from the lead, and such an index would hold all of them once more.
CREATE TABLE match_keys (
  kind    INTEGER NOT NULL,          -- domain::duplicates::KeyKind
  key     TEXT    NOT NULL,
  lead_id INTEGER NOT NULL,
  PRIMARY KEY (kind, key, lead_id)
) STRICT, WITHOUT ROWID;

-- Pairs of which the user said that they are two leads. The smaller number comes first.
CREATE TABLE distinct_leads (
  one   INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- Two leads made one, until they are taken apart.
CREATE TABLE merges (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  at             INTEGER NOT NULL,
  kept_id        INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  absorbed_id    INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  kept_before    TEXT    NOT NULL,   -- the kept lead before, JSON
  kept_after     TEXT    NOT NULL,   -- and after
  absorbed       TEXT    NOT NULL,   -- the other one before, JSON
  chosen         TEXT    NOT NULL,   -- the fields that the user took from it, JSON
  after_import   INTEGER NOT NULL,   -- the newest import when they were merged, 0 for none: newer ones came to the merged lead
  taken_apart_at INTEGER
) STRICT;

CREATE INDEX merges_of_kept     ON merges (kept_id)     WHERE taken_apart_at IS NULL;
CREATE INDEX merges_of_absorbed ON merges (absorbed_id) WHERE taken_apart_at IS NULL;

CREATE TABLE imports (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  at           INTEGER NOT NULL,
  actor        TEXT    NOT NULL,     -- who started it, JSON
  report       TEXT    NOT NULL,     -- what it did, JSON
  last_history INTEGER NOT NULL,     -- the newest entry of the history when it was done: what is newer was done since
  undone_at    INTEGER
) STRICT;

-- What an import did to a lead, and what the lead was before and after, to take it back.
CREATE TABLE import_rows (
  import_id     INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  lead_id       INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  added         INTEGER NOT NULL CHECK (added IN (0, 1)),
  before        TEXT,                -- the lead, JSON; NULL when the import added it, or changed only what is known of its source
  source_before TEXT,                -- what was known of its source, JSON, `null` for nothing; NULL when that was not changed
  after         INTEGER NOT NULL,    -- domain::imports::fingerprint of the lead
  PRIMARY KEY (import_id, lead_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_rows_of_lead ON import_rows (lead_id);

CREATE TABLE mappings (
  name     TEXT    PRIMARY KEY COLLATE NOCASE,
  headings TEXT    NOT NULL,         -- of the table it was made for, JSON
  mapping  TEXT    NOT NULL,         -- JSON
  used_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What became of files that a watched folder brought: told in the bell.
CREATE TABLE arrivals (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,
  file      TEXT    NOT NULL,
  import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL,
  report    TEXT    NOT NULL,        -- JSON
  read_at   INTEGER
) STRICT;

CREATE INDEX arrivals_unread ON arrivals (id) WHERE read_at IS NULL;

-- What leads came from and what happened to them, kept small: store::sources, store::history.

-- The headings of a table, JSON: a row of it is only its cells.
CREATE TABLE source_shapes (
  id       INTEGER PRIMARY KEY,
  headings TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE source_files (
  id          INTEGER PRIMARY KEY,
  name        TEXT    NOT NULL,
  imported_at INTEGER NOT NULL,
  UNIQUE (name, imported_at)
) STRICT;

-- file_id and shape_id point into the tables above, whose rows never go.
CREATE TABLE sources_3 (
  lead_id     INTEGER PRIMARY KEY REFERENCES leads (id) ON DELETE CASCADE,
  file_id     INTEGER NOT NULL,
  shape_id    INTEGER,
  raw         TEXT    NOT NULL,     -- the cells of a row of that shape; else the source's own JSON object
  base        TEXT,                 -- what raw refers to, where the lead holds something else by now: JSON
  told        TEXT,                 -- JSON: of the fields as they were understood those that the lead did not hold; `null` for none
  since       INTEGER NOT NULL,     -- the lead's newest entry of the history at that time: what is newer was changed since
  fingerprint INTEGER NOT NULL      -- of the JSON object, to know a lead again that has no referral id
) STRICT;

INSERT INTO source_files (name, imported_at) SELECT DISTINCT file_name, imported_at FROM sources;

INSERT INTO sources_3 (lead_id, file_id, raw, told, since, fingerprint)
SELECT s.lead_id, f.id, s.raw, iif(s.told = '[]', 'null', s.told),
       (SELECT coalesce(max(h.id), 0) FROM history h WHERE h.lead_id = s.lead_id),
       (s.fingerprint & 2147483647) - (s.fingerprint & 2147483648)
FROM sources s JOIN source_files f ON f.name = s.file_name AND f.imported_at = s.imported_at;

DROP TABLE sources;
ALTER TABLE sources_3 RENAME TO sources;
CREATE INDEX sources_by_fingerprint ON sources (fingerprint);

-- Whoever changes what a source refers to need not know of it.
CREATE TRIGGER a_source_keeps_what_it_refers_to
BEFORE UPDATE OF referral_id, engagement_id, deal_name, customer, customer_size, address_line1, address_line2, city, state,
  postal_code, country, need, notes, crm_id, campaign_id, value_currency, source_status, source_substatus, contacts ON leads
WHEN old.referral_id COLLATE BINARY IS NOT new.referral_id OR old.engagement_id IS NOT new.engagement_id
  OR old.deal_name IS NOT new.deal_name OR old.customer IS NOT new.customer
  OR old.customer_size IS NOT new.customer_size OR old.address_line1 IS NOT new.address_line1
  OR old.address_line2 IS NOT new.address_line2 OR old.city IS NOT new.city OR old.state IS NOT new.state
  OR old.postal_code IS NOT new.postal_code OR old.country IS NOT new.country OR old.need IS NOT new.need
  OR old.notes IS NOT new.notes OR old.crm_id IS NOT new.crm_id OR old.campaign_id IS NOT new.campaign_id
  OR old.value_currency IS NOT new.value_currency OR old.source_status IS NOT new.source_status
  OR old.source_substatus IS NOT new.source_substatus OR old.contacts IS NOT new.contacts
BEGIN
  UPDATE sources SET base = json_array(old.referral_id, old.engagement_id, old.deal_name, old.customer, old.customer_size,
      old.address_line1, old.address_line2, old.city, old.state, old.postal_code, old.country, old.need, old.notes, old.crm_id,
      old.campaign_id, old.value_currency, old.source_status, old.source_substatus, old.contacts)
  WHERE lead_id = old.id AND base IS NULL AND shape_id IS NOT NULL;
END;

-- Who did something, JSON.
CREATE TABLE actors (
  id    INTEGER PRIMARY KEY,
  actor TEXT    NOT NULL UNIQUE
) STRICT;

INSERT INTO actors (actor) SELECT DISTINCT actor FROM history;

-- Append-only: rows go only with their lead.
CREATE TABLE history_3 (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id     INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  at          INTEGER NOT NULL,     -- when it happened
  recorded_at INTEGER NOT NULL,     -- when it was written down
  actor       INTEGER NOT NULL,     -- of actors, whose rows never go
  action      TEXT    NOT NULL,     -- `cameIn` is two: received at its time, imported when it was written down
  changes     TEXT    NOT NULL      -- JSON array of field, before, after; empty for none
) STRICT;

INSERT INTO history_3 (id, lead_id, at, recorded_at, actor, action, changes)
SELECT h.id, h.lead_id, h.at, h.recorded_at, a.id, h.action, iif(h.changes = '[]', '', h.changes)
FROM history h JOIN actors a ON a.actor = h.actor;

-- Of rows that went with their leads, the numbers are not given again.
DELETE FROM sqlite_sequence WHERE name = 'history_3';
INSERT INTO sqlite_sequence (name, seq) SELECT 'history_3', seq FROM sqlite_sequence WHERE name = 'history';
DROP TABLE history;
ALTER TABLE history_3 RENAME TO history;

CREATE INDEX history_by_lead ON history (lead_id, id);

CREATE TRIGGER history_is_never_rewritten BEFORE UPDATE ON history
BEGIN SELECT raise(ABORT, 'the history is append-only'); END;

CREATE TRIGGER history_goes_only_with_its_lead BEFORE DELETE ON history
WHEN EXISTS (SELECT 1 FROM leads WHERE id = old.lead_id)
BEGIN SELECT raise(ABORT, 'the history is append-only'); END;
