-- Whether digests were paused since nothing could be posted, and not by a moderator. Of those that are paused by now the sentence tells.
ALTER TABLE digest ADD COLUMN paused_failing INTEGER NOT NULL DEFAULT 0;
UPDATE digest SET paused_failing = 1 WHERE paused_why LIKE 'Nothing could be posted since %';
