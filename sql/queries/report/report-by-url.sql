-- The report of an address; the one that it joined, where its page declared so.
-- $1 dossier; $2 canonical_url  →  report_id bigint, forgotten boolean
select r.report_id, r.forgotten_at is not null as forgotten
from recount.report a join recount.report r on r.report_id = coalesce(a.joined_report_id, a.report_id)
where a.dossier = $1 and a.canonical_url = $2
