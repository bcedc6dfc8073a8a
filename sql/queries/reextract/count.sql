-- Texts that stand and were not extracted by this version with this story.
-- $1 dossier; $2 extractor_version text; $3 story_hash text  →  texts bigint
select count(*) as texts
from recount.revision v
join recount.report p using (report_id)
where p.dossier = $1 and v.retired_at is null and v.text <> '' and not exists (
  select from recount.extraction e where e.revision_id = v.revision_id and e.retired_at is null
    and e.extractor_version = $2 and e.story_hash = $3)
