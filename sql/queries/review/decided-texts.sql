-- Texts about whose readings people decided, and that were not forgotten.
-- $1 dossier  →  the columns of a text with its report
select distinct on (r.report_id, r.text_hash) r.revision_id, r.report_id, r.text_hash, r.text, r.title, r.language,
  coalesce(p.published_at, r.published_at, p.seen_at) as published_at, p.outlet
from recount.decision d
join recount.revision r on r.report_id = d.report_id and r.text_hash = d.text_hash
join recount.report p on p.report_id = d.report_id
where d.dossier = $1 and r.text <> ''
order by r.report_id, r.text_hash, r.number desc
