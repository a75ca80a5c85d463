-- After how many of the erasures the store was cleaned up. Nothing was left to do when it was brought to this form.
CREATE TABLE scrubbed (
  erasures BIGINT NOT NULL
);

INSERT INTO scrubbed SELECT count(*) FROM erasure;
