-- Figures of the report's other extractions that the newest one does not repeat, with the same trust and on the same line.
-- A clock that went back retires none before it was recorded.
-- $1 report_id bigint; $2 kept jsonb; $3 now timestamptz; $4 reason text; $5 extraction_id bigint
update recount.figure f set retired_at = greatest($3, recorded_at), retired_reason = $4, superseded_by = $5
where report_id = $1 and retired_at is null and not exists (
  select from jsonb_to_recordset($2) as kept (reading text, line text, as_of date, trusted boolean, doubt text)
  where kept.reading = f.reading and kept.line is not distinct from f.line and kept.as_of = f.as_of
    and kept.trusted = f.trusted and kept.doubt is not distinct from f.doubt)
