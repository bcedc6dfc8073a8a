-- $1 dossier; $2 canonical_url  →  report_id bigint
select report_id from recount.report where dossier = $1 and canonical_url = $2
