-- The journal once more, whole chunks of it, in a form that is quick to read. It is made from the journal, and can be made again.
CREATE TABLE packed (
  last    BIGINT PRIMARY KEY,
  first   BIGINT NOT NULL,
  payload BYTEA  NOT NULL
);
