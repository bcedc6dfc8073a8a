-- Removes old poll records.
-- $1 polls before timestamptz
delete from recount.poll where polled_at < $1
