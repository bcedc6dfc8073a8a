-- Ends an alarm; that of a retired feed too.
-- $1 feed_id; $2 kind; $3 now
update recount.feed_alarm set ended_at = $3 where feed_id = $1 and kind = $2 and ended_at is null
