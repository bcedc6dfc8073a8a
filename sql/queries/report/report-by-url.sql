-- The report of an address; the one that it joined, where its page declared so.
-- $1 dossier; $2 canonical_url  →  report_id bigint
select coalesce(joined_report_id, report_id) as report_id from recount.report where dossier = $1 and canonical_url = $2
