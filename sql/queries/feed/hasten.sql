-- While the story is hot, no feed that answers waits longer than it allows from its last poll on; those that have waited longer
-- are polled soon, not all at once. A host that asked to be left alone is.
-- $1 dossier; $2 now; $3 longest wait in ms
update recount.feed set
  next_poll_at = date_trunc('milliseconds', greatest(last_polled_at + $3 * interval '1 ms', $2) + random() * 0.1 * $3 * interval '1 ms')
where dossier = $1 and retired_at is null and failures = 0
  and next_poll_at > greatest(last_polled_at + 1.1 * $3 * interval '1 ms', $2::timestamptz + interval '1 minute')
  and not exists (
    select from recount.host h
    where h.host = substring(current_url from '^[a-z]+://([^/?#]+)') and h.paused_until > $2)
