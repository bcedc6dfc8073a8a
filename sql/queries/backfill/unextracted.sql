-- Texts that were filled in and not extracted yet, in the order in which they were published.
-- $1 dossier  →  revision_id bigint
select v.revision_id
from recount.revision v
join recount.report p using (report_id)
where p.dossier = $1 and p.backfilled and v.retired_at is null and v.text <> '' and not exists (
  select from recount.extraction e where e.revision_id = v.revision_id)
order by coalesce(p.published_at, v.published_at, p.seen_at), v.revision_id
