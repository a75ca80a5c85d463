-- The journal. Rows are only added; blanking empties a payload and leaves the rest.
CREATE TABLE journal (
  position     BIGINT PRIMARY KEY,
  community    TEXT    NOT NULL,
  story        TEXT    NOT NULL,
  stream       TEXT    NOT NULL,
  version      BIGINT NOT NULL,
  command      TEXT    NOT NULL,
  at           TEXT    NOT NULL,
  by           TEXT    NOT NULL,
  reason       TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  schema       BIGINT NOT NULL,
  payload      TEXT    NOT NULL,
  content_hash TEXT    NOT NULL,
  chain_hash   TEXT    NOT NULL,
  UNIQUE (stream, version)
);

CREATE INDEX journal_command ON journal (community, command);
CREATE INDEX journal_community ON journal (community, position);

-- The last position given; it never falls, whatever is deleted.
CREATE TABLE journal_head (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  position BIGINT NOT NULL
);

INSERT INTO journal_head VALUES (1, 0);

-- Tells every replica, at the commit, that there is something to read.
CREATE FUNCTION journal_appended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NOTIFY journal;
  RETURN NULL;
END $$;

CREATE TRIGGER journal_appended AFTER INSERT ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_appended();
