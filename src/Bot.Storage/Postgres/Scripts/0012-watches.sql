-- Who wants to be told once when a fact changes. The person is a key that names nobody once they are forgotten; the row goes when they were told.
CREATE TABLE watch (
  community   TEXT NOT NULL,
  delivery    TEXT NOT NULL,
  person      TEXT NOT NULL,
  story       TEXT NOT NULL,
  at          TEXT NOT NULL,
  taken_until TEXT NOT NULL,
  PRIMARY KEY (community, delivery)
);

CREATE INDEX watch_person ON watch (community, person);

-- The facts, and in which state they have read each.
CREATE TABLE watch_fact (
  community TEXT    NOT NULL,
  delivery  TEXT    NOT NULL,
  fact      TEXT    NOT NULL,
  revision  INTEGER NOT NULL,
  PRIMARY KEY (community, delivery, fact)
);
