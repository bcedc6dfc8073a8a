-- State after a failure; what was learned before stays. Where a redirect led to nothing, the dossier's own address is tried again.
-- $1 feed_id; $2 now; $3 next_poll_at; $4 error_code; $5 error_message; $6 error_remedy; $7 failure_kind; $8 failures of that kind
update recount.feed set
  next_poll_at = $3, last_polled_at = $2, failures = failures + 1, failing_since = coalesce(failing_since, $2),
  error_code = $4, error_message = $5, error_remedy = $6, failure_kind = $7, kind_failures = $8, interval_ms = null,
  current_url = case when $7 = 'passing' then current_url else url end,
  moved_at = case when $7 = 'passing' then moved_at end
where feed_id = $1
