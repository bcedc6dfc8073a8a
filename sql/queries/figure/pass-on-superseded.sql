-- An extraction that was superseded before its turn hands what it superseded to its successor.
-- $1 extraction_id bigint; $2 report_id bigint
update recount.figure set superseded_by = (
  select e.extraction_id from recount.extraction e join recount.revision r using (revision_id)
  where r.report_id = $2 and e.retired_at is null
)
where superseded_by = $1
