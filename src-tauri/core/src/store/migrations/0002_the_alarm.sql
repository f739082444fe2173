-- The alarm that cannot fail: moments that the user sets, snoozes, follow-ups, digests, and what became of a reminder.

ALTER TABLE leads ADD COLUMN snoozed_until  INTEGER;
ALTER TABLE leads ADD COLUMN follow_up_on   TEXT;
ALTER TABLE leads ADD COLUMN follow_up_note TEXT;

CREATE INDEX leads_to_follow_up ON leads (follow_up_on) WHERE follow_up_on IS NOT NULL AND stage <> 'archived';

-- Several reminders that were told as one.
CREATE TABLE digests (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  told_at   INTEGER NOT NULL,
  since     INTEGER NOT NULL,        -- when the first of them fell due
  away      INTEGER NOT NULL CHECK (away IN (0, 1)),
  fell_due  INTEGER NOT NULL,        -- leads
  expired   INTEGER NOT NULL         -- leads
) STRICT;

-- A reminder is claimed, shown, then marked shown or failed; a claim without a mark is shown again.
CREATE TABLE reminders_2 (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  lead_id          INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
  kind             TEXT    NOT NULL,
  topic            TEXT    NOT NULL CHECK (topic IN ('contact', 'answer', 'followUp')),
  key              TEXT    NOT NULL,  -- tells the reminders of a lead apart: each key is told once
  due_at           INTEGER NOT NULL,  -- the moment itself, also when it was over when it was planned
  deadline         INTEGER NOT NULL,
  tell_at          INTEGER NOT NULL,  -- due_at, or the end of the lead's snooze if that is later
  planned_at       INTEGER NOT NULL,
  claimed_at       INTEGER,
  told_at          INTEGER,           -- when it was marked, either way
  shown_at         INTEGER,
  failure          TEXT,
  digest_id        INTEGER REFERENCES digests (id),
  settled_by       TEXT,              -- the action that answered it
  settled_at       INTEGER,
  settled_revision INTEGER,           -- of the lead; an undo of that revision opens it again
  read_at          INTEGER,
  UNIQUE (lead_id, key)
) STRICT;

INSERT INTO reminders_2 (id, lead_id, kind, topic, key, due_at, deadline, tell_at, planned_at, claimed_at, told_at,
                         shown_at, failure, read_at)
SELECT id, lead_id, new_kind, topic,
       new_kind || ' ' || CASE kind WHEN 'hotArrived' THEN (deadline - received_at) / 60000
                                    WHEN 'hot24h' THEN 1440 WHEN 'hot4h' THEN 240 WHEN 'hot1h' THEN 60
                                    WHEN 'hotLapsed' THEN 0 WHEN 'respond3d' THEN 4320 ELSE 1440 END
                || ' ' || deadline,
       due_at, deadline, due_at, due_at, claimed_at, told_at, shown_at, failure, read_at
FROM (SELECT r.*, l.received_at,
             CASE r.kind WHEN 'hotArrived' THEN 'hotArrived' WHEN 'hotLapsed' THEN 'hotLapsed'
                         WHEN 'respond3d' THEN 'respondLeft' WHEN 'respond1d' THEN 'respondLeft'
                         ELSE 'hotLeft' END AS new_kind,
             iif(r.kind LIKE 'respond%', 'answer', 'contact') AS topic
      FROM reminders r JOIN leads l ON l.id = r.lead_id);

-- What was told of leads that are done by now is settled: it must not be told again when bubbles arrive again.
UPDATE reminders_2 SET settled_at = told_at, settled_by = done.action
FROM (SELECT id, CASE WHEN stage = 'accepted' THEN 'accepted'
                      WHEN outcome IN ('won', 'lost', 'declined', 'expired') THEN outcome
                      WHEN stage = 'archived' THEN 'updated' ELSE 'contacted' END AS action, stage
      FROM leads WHERE stage <> 'received' OR contacted_at IS NOT NULL) AS done
WHERE done.id = reminders_2.lead_id AND told_at IS NOT NULL AND (done.stage <> 'received' OR topic = 'contact');

DROP TABLE reminders;
ALTER TABLE reminders_2 RENAME TO reminders;

CREATE INDEX reminders_due       ON reminders (tell_at) WHERE told_at IS NULL;
CREATE INDEX reminders_claimed   ON reminders (claimed_at) WHERE told_at IS NULL AND claimed_at IS NOT NULL;
CREATE INDEX reminders_told      ON reminders (told_at) WHERE told_at IS NOT NULL;
CREATE INDEX reminders_unread    ON reminders (id) WHERE told_at IS NOT NULL AND read_at IS NULL;
CREATE INDEX reminders_of_digest ON reminders (digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX reminders_failed    ON reminders (id) WHERE failure IS NOT NULL AND settled_at IS NULL;
