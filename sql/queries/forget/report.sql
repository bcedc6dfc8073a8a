-- Marks a report as forgotten; it is read no more. One that was forgotten before keeps its note.
-- $1 report_id bigint; $2 now timestamptz; $3 why text
update recount.report set forgotten_at = coalesce(forgotten_at, $2), forgotten_why = coalesce(forgotten_why, $3), next_read_at = null
where report_id = $1
