-- State after a reading.
-- $1 report_id; $2 now; $3 next_read_at or null; $4 title; $5 language; $6 published_at
update recount.report set state = 'read', read_at = $2, next_read_at = $3, title = coalesce($4, title),
  language = coalesce($5, language), published_at = coalesce(published_at, $6),
  failures = 0, error_code = null, error_message = null, error_remedy = null, gone_at = null
where report_id = $1 and joined_report_id is null
