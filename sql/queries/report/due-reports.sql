-- Reports to be read again, longest overdue first; at once those whose time a clock gave that was ahead: none waits for eight days.
-- $1 dossier; $2 now; $3 limit  →  report_id bigint, canonical_url text
select report_id, canonical_url from recount.report
where dossier = $1 and (next_read_at <= $2 or next_read_at > $2::timestamptz + interval '8 days') order by next_read_at, report_id limit $3
