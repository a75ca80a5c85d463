-- The journal once more, whole chunks of it, in a form that is quick to read. It is made from the journal, and can be made again.
CREATE TABLE packed (
  last    INTEGER PRIMARY KEY,
  first   INTEGER NOT NULL,
  payload BLOB    NOT NULL
) STRICT;
