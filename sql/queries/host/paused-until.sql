-- Until when a host asked to be left alone.
-- $1 host; $2 now  →  paused_until timestamptz
select paused_until from recount.host where host = $1 and paused_until > $2
