-- The text of a report that stands, with the extraction of it that does.
-- $1 report_id bigint  →  revision, text null where it was forgotten
select r.revision_id, r.number, r.text_hash, r.text, e.extractor_version, e.story_hash
from recount.revision r
join recount.extraction e on e.revision_id = r.revision_id and e.retired_at is null
where r.report_id = $1 and r.retired_at is null
