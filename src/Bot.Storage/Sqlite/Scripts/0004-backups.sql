-- What was taken: when, under which file name, and up to which position.
CREATE TABLE backup (
  at        TEXT   NOT NULL,
  file      TEXT   NOT NULL,
  position  INTEGER NOT NULL
) STRICT;

-- When the store was last put back to a backup, and up to which position that went.
CREATE TABLE restored (
  restored_at TEXT   NOT NULL,
  position    INTEGER NOT NULL
) STRICT;
