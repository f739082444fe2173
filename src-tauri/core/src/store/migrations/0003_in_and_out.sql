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

-- What a lead has in common with its duplicates: an e-mail address, a phone number in E.164, a mail domain.
CREATE TABLE match_keys (
  kind    INTEGER NOT NULL,          -- domain::duplicates::KeyKind
  key     TEXT    NOT NULL,
  lead_id INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, key, lead_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX match_keys_of_lead ON match_keys (lead_id);

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
