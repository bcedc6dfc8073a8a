-- Removes old ticks.
-- $1 ticks before timestamptz
delete from recount.tick where at < $1
