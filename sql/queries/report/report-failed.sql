-- State after a failure: a page that is gone keeps its figures, one that was read before stays read. What was forgotten meanwhile is not tried again.
-- $1 report_id; $2 now; $3 next_read_at or null; $4 error_code; $5 error_message; $6 error_remedy; $7 gone boolean
update recount.report set
  state = case when $7 then 'gone' when state = 'read' then 'read' else 'failed' end,
  gone_at = case when $7 then coalesce(gone_at, $2) else gone_at end,
  next_read_at = $3, failures = failures + 1, error_code = $4, error_message = $5, error_remedy = $6
where report_id = $1 and joined_report_id is null and forgotten_at is null
