-- The next such texts, in the order in which they were read.
-- $1 dossier; $2 extractor_version text; $3 story_hash text; $4 after revision_id bigint; $5 limit integer
-- →  the columns of a revision to extract; compared boolean, whether the changes of its standing extraction are written
select v.revision_id, v.number, v.text_hash, v.text, v.title, v.language, v.published_at, r.report_id, r.dossier, r.outlet, r.side,
  r.published_at as report_published_at, r.seen_at, exists (
    select from recount.extraction e join recount.comparison c using (extraction_id)
    where e.revision_id = v.revision_id and e.retired_at is null) as compared
from recount.revision v
join recount.report r using (report_id)
where r.dossier = $1 and v.retired_at is null and v.text <> '' and v.revision_id > $4 and not exists (
  select from recount.extraction e where e.revision_id = v.revision_id and e.retired_at is null
    and e.extractor_version = $2 and e.story_hash = $3)
order by v.revision_id limit $5
