-- Before each post it is looked for those that somebody had taken away long enough ago: there are few, or none.
CREATE INDEX receipt_removed ON receipt (at) WHERE state = 'Removed';
