-- The reports' earlier runs of the extractor.
-- $1 saved jsonb (report_id, extraction_id); $2 now timestamptz
update recount.extraction e set retired_at = greatest($2, recorded_at)
from (
  select r.revision_id, saved.extraction_id
  from jsonb_to_recordset($1) as saved (report_id bigint, extraction_id bigint)
  join recount.revision r on r.report_id = saved.report_id
) newest
where e.revision_id = newest.revision_id and e.retired_at is null and e.extraction_id <> newest.extraction_id
