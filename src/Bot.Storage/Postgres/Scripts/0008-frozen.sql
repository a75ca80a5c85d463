-- When somebody said that what falls due may go on after the store was put back; until then it waits.
ALTER TABLE restored ADD COLUMN resumed_at TEXT;

UPDATE restored SET resumed_at = restored_at;
