-- The cards in moderators' channels, and the reminder there: which post shows what waits, and how far it is. No word of it is kept.
CREATE TABLE moderator_card (
  community  TEXT    NOT NULL,
  story      TEXT    NOT NULL,
  item       TEXT    NOT NULL,
  place      TEXT    NOT NULL,
  begun      TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  post       TEXT,
  shown      TEXT,
  up_to      INTEGER NOT NULL,
  tries      INTEGER NOT NULL,
  not_before TEXT    NOT NULL,
  why        TEXT,
  version    INTEGER NOT NULL,
  PRIMARY KEY (community, story, item)
) STRICT;
