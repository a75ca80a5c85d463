-- What the operator was told and is not mended yet, so that no replica tells it again.
CREATE TABLE concern (
  name    TEXT NOT NULL PRIMARY KEY,
  told_at TEXT NOT NULL
);
