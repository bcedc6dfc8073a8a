-- State after a failure; what was learned before stays.
-- $1 feed_id; $2 now; $3 next_poll_at; $4 error_code; $5 error_message; $6 error_remedy
update recount.feed set
  next_poll_at = $3, last_polled_at = $2, failures = failures + 1, failing_since = coalesce(failing_since, $2),
  error_code = $4, error_message = $5, error_remedy = $6
where feed_id = $1
