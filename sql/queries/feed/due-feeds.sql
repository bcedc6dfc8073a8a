-- Feeds that are due by then, longest overdue first; at once one that was polled by a clock that was ahead.
-- $1 dossier; $2 by when timestamptz; $3 name or null for all that are due  →  feed_id bigint, current_url text, next_poll_at timestamptz
select feed_id, current_url, case when last_polled_at > $2::timestamptz + interval '1 hour' then $2 else next_poll_at end as next_poll_at
from recount.feed
where dossier = $1 and retired_at is null
  and (($3::text is null and (next_poll_at <= $2 or last_polled_at > $2::timestamptz + interval '1 hour')) or name = $3)
order by next_poll_at, feed_id
