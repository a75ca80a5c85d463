-- What was posted for others to see. No word of it and nobody's name; a post is null while nobody knows that it arrived.
CREATE TABLE receipt (
  community TEXT NOT NULL,
  delivery  TEXT NOT NULL,
  place     TEXT NOT NULL,
  post      TEXT,
  story     TEXT NOT NULL,
  subject   TEXT NOT NULL,
  content   TEXT NOT NULL,
  at        TEXT NOT NULL,
  state     TEXT NOT NULL,
  PRIMARY KEY (community, delivery)
) STRICT;

CREATE INDEX receipt_subject ON receipt (community, place, subject, at);
CREATE INDEX receipt_post ON receipt (community, place, post);
CREATE INDEX receipt_state ON receipt (state, at);

-- The facts that a post shows, and in which state.
CREATE TABLE receipt_fact (
  community TEXT    NOT NULL,
  delivery  TEXT    NOT NULL,
  fact      TEXT    NOT NULL,
  revision  INTEGER NOT NULL,
  PRIMARY KEY (community, delivery, fact)
) STRICT;

CREATE INDEX receipt_fact_fact ON receipt_fact (fact);

-- The key of the marks on buttons. Unlike the keys of data protection it is never another one: a button works as long as its message is there.
CREATE TABLE seal_key (
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  key TEXT NOT NULL
) STRICT;
