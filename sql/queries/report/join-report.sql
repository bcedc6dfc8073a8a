-- Makes a report, and those that joined it, aliases of another. One that has a revision stays: its figures are history.
-- $1 report_id; $2 the other's report_id
update recount.report set state = 'joined', joined_report_id = $2, next_read_at = null
where (report_id = $1 or joined_report_id = $1)
  and not exists (select from recount.revision where report_id = $1)
