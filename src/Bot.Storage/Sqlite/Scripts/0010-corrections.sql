-- Whoever had a post sent, as a keyed mark that names nobody; and whether it was looked at since: facts may have changed while it was being made.
ALTER TABLE receipt ADD COLUMN asker TEXT;
ALTER TABLE receipt ADD COLUMN looked INTEGER NOT NULL DEFAULT 0;

CREATE INDEX receipt_looked ON receipt (looked, at);

-- The posts whose facts changed, and when: derived from the journal and the receipts.
CREATE TABLE correction_due (
  community    TEXT    NOT NULL,
  delivery     TEXT    NOT NULL,
  since        TEXT    NOT NULL,
  latest       TEXT    NOT NULL,
  of_base      INTEGER NOT NULL,
  of_community INTEGER NOT NULL,
  PRIMARY KEY (community, delivery)
) STRICT;

-- What became of correcting a post, and up to which position it was dealt with.
CREATE TABLE correction (
  community     TEXT    NOT NULL,
  delivery      TEXT    NOT NULL,
  settled       INTEGER NOT NULL,
  notes         INTEGER NOT NULL,
  noting        INTEGER NOT NULL,
  state         TEXT    NOT NULL,
  why           TEXT,
  tries         INTEGER NOT NULL,
  next_try      TEXT,
  wanted        TEXT,
  claimed_until TEXT    NOT NULL,
  PRIMARY KEY (community, delivery)
) STRICT;

CREATE INDEX correction_noting ON correction (noting);
CREATE INDEX correction_next_try ON correction (next_try);
CREATE INDEX correction_wanted ON correction (wanted);

-- By fact, the state that a post shows, the one that readers were told of last, and the one that a note tells which is on its way. A state is the number of a revision; 0
-- where nothing is given, -1 while it is checked.
CREATE TABLE correction_fact (
  community TEXT    NOT NULL,
  delivery  TEXT    NOT NULL,
  fact      TEXT    NOT NULL,
  shows     INTEGER NOT NULL,
  told      INTEGER NOT NULL,
  telling   INTEGER,
  PRIMARY KEY (community, delivery, fact)
) STRICT;

CREATE INDEX correction_fact_fact ON correction_fact (fact);

-- What happened before is seen when each post is looked at.
INSERT INTO subscriber (name, position) SELECT 'corrections', position FROM journal_head;
