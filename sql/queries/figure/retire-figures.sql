-- Figures of the reports' other extractions that the newest ones do not repeat, with the same trust and on the same line.
-- A clock that went back retires none before it was recorded.
-- $1 saved jsonb (report_id, extraction_id); $2 kept jsonb; $3 now timestamptz; $4 reason text
update recount.figure f set retired_at = greatest($3, recorded_at), retired_reason = $4, superseded_by = saved.extraction_id
from jsonb_to_recordset($1) as saved (report_id bigint, extraction_id bigint)
where f.report_id = saved.report_id and retired_at is null and not exists (
  select from jsonb_to_recordset($2) as kept (reading text, line text, as_of date, trusted boolean, doubt text)
  where kept.reading = f.reading and kept.line is not distinct from f.line and kept.as_of = f.as_of
    and kept.trusted = f.trusted and kept.doubt is not distinct from f.doubt)
