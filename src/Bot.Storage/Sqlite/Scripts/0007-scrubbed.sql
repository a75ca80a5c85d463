-- After how many of the erasures the store was cleaned up. Nothing was left to do when it was brought to this form.
CREATE TABLE scrubbed (
  erasures INTEGER NOT NULL
) STRICT;

INSERT INTO scrubbed SELECT count(*) FROM erasure;
