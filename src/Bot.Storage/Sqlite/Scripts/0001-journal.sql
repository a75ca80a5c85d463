-- The journal. Rows are only added; blanking empties a payload and leaves the rest.
CREATE TABLE journal (
  position     INTEGER PRIMARY KEY,
  community    TEXT    NOT NULL,
  story        TEXT    NOT NULL,
  stream       TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  command      TEXT    NOT NULL,
  at           TEXT    NOT NULL,
  by           TEXT    NOT NULL,
  reason       TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  schema       INTEGER NOT NULL,
  payload      TEXT    NOT NULL,
  content_hash TEXT    NOT NULL,
  chain_hash   TEXT    NOT NULL,
  UNIQUE (stream, version)
) STRICT;

CREATE INDEX journal_command ON journal (community, command);
CREATE INDEX journal_community ON journal (community, position);

-- The last position given; it never falls, whatever is deleted.
CREATE TABLE journal_head (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL
) STRICT;

INSERT INTO journal_head VALUES (1, 0);
