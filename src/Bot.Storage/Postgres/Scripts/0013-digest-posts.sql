-- Of what a digest tells, so that it stays one when it is corrected; nothing for posts that are none.
ALTER TABLE receipt ADD COLUMN digest TEXT;
