-- The host asked to be left alone: the feed waits, which is no failure of its own.
-- $1 feed_id; $2 next_poll_at
update recount.feed set next_poll_at = $2 where feed_id = $1
