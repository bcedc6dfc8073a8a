-- Status claims of the reports' other extractions that the newest ones do not repeat, with the same trust.
-- $1 saved jsonb (report_id, extraction_id); $2 kept jsonb; $3 now timestamptz; $4 reason text
update recount.status_claim s set retired_at = greatest($3, recorded_at), retired_reason = $4, superseded_by = saved.extraction_id
from jsonb_to_recordset($1) as saved (report_id bigint, extraction_id bigint)
where s.report_id = saved.report_id and retired_at is null and not exists (
  select from jsonb_to_recordset($2) as kept (reading text, trusted boolean, doubt text)
  where kept.reading = s.reading and kept.trusted = s.trusted and kept.doubt is not distinct from s.doubt)
