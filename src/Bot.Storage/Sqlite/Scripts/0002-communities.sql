-- Who stands behind a key in the journal. The row goes when a person is forgotten.
CREATE TABLE person (
  community TEXT NOT NULL,
  user_id   TEXT NOT NULL,
  key       TEXT NOT NULL,
  PRIMARY KEY (community, user_id),
  UNIQUE (community, key)
) STRICT;

CREATE INDEX person_user ON person (user_id);

-- A community that has left has a time there.
CREATE TABLE community (
  community TEXT NOT NULL PRIMARY KEY,
  since     TEXT NOT NULL,
  left_at   TEXT
) STRICT;

-- Of a link only its hash is kept.
CREATE TABLE sign_in_link (
  hash       TEXT NOT NULL PRIMARY KEY,
  community  TEXT NOT NULL,
  person     TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;

CREATE TABLE protection_key (
  name TEXT NOT NULL PRIMARY KEY,
  xml  TEXT NOT NULL
) STRICT;

-- What was erased, by ids; a backup from before is brought up to it. It outlives the community, so its column has another name than those that go with it.
CREATE TABLE erasure (
  at           TEXT NOT NULL,
  of_community TEXT NOT NULL,
  what         TEXT NOT NULL,
  id           TEXT NOT NULL
) STRICT;
