-- How far each subscriber is; moved in the transaction of the rows that it derives.
CREATE TABLE subscriber (
  name     TEXT NOT NULL PRIMARY KEY,
  position BIGINT NOT NULL
);
