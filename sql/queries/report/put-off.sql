-- The host asked to be left alone: the report is read later, which is no failure of its own.
-- $1 report_id; $2 next_read_at
update recount.report set next_read_at = $2 where report_id = $1 and joined_report_id is null and forgotten_at is null
