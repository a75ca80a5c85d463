-- What a community handed over so that Dateline may speak there: sealed. The version is another one each time it is replaced, also by who installs anew; the turn is for
-- who renews it.
CREATE TABLE installation (
  community    TEXT    NOT NULL PRIMARY KEY,
  content      TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  installed_at TEXT    NOT NULL,
  turn_until   TEXT    NOT NULL
) STRICT;
