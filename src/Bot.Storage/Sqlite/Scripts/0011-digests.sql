-- Digests as moderators want them, and how far each is. Nobody's name: who set one up is a key.
CREATE TABLE digest (
  community     TEXT NOT NULL,
  id            TEXT NOT NULL,
  place         TEXT NOT NULL,
  timing        TEXT NOT NULL,
  by_person     TEXT NOT NULL,
  since         TEXT NOT NULL,
  paused_at     TEXT,
  paused_why    TEXT,
  last_due      TEXT,
  story         TEXT,
  position      INTEGER,
  posted_at     TEXT,
  is_final      INTEGER NOT NULL DEFAULT 0,
  unsure        TEXT,
  failing_since TEXT,
  failing_why   TEXT,
  failing_told  INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (community, id)
) STRICT;

-- Each digest that fell due, once: claimed before it is sent, then worked off. A local time is as the clocks of the schedule's zone showed it.
CREATE TABLE digest_slot (
  community  TEXT    NOT NULL,
  schedule   TEXT    NOT NULL,
  place      TEXT    NOT NULL,
  local      TEXT    NOT NULL,
  cause      TEXT    NOT NULL,
  at         TEXT    NOT NULL,
  missed     INTEGER NOT NULL,
  state      TEXT    NOT NULL,
  not_before TEXT    NOT NULL,
  tries      INTEGER NOT NULL,
  turn       INTEGER NOT NULL,
  story      TEXT,
  position   INTEGER,
  why        TEXT,
  PRIMARY KEY (community, place, schedule, local)
) STRICT;

CREATE INDEX digest_slot_schedule ON digest_slot (community, schedule, at);
CREATE INDEX digest_slot_open ON digest_slot (at, turn, community) WHERE state IN ('Due', 'Taken', 'Failing');
