-- An extraction that was superseded before its turn hands all to its successor: what it replaced, what still stands of it, and
-- that the text was new.
-- $1 extraction_id bigint; $2 report_id bigint
with successor as (
  select e.extraction_id from recount.extraction e join recount.revision r using (revision_id)
  where r.report_id = $2 and e.retired_at is null
), cause as (
  update recount.extraction e set cause = 'text' from successor s, recount.extraction own
  where e.extraction_id = s.extraction_id and own.extraction_id = $1 and own.cause = 'text'
), kept as (
  update recount.status_claim c set
    extraction_id = case when c.extraction_id = $1 and c.retired_at is null then s.extraction_id else c.extraction_id end,
    superseded_by = case when c.superseded_by = $1 then s.extraction_id else c.superseded_by end
  from successor s
  where c.superseded_by = $1 or c.extraction_id = $1 and c.retired_at is null
)
update recount.figure f set
  extraction_id = case when f.extraction_id = $1 and f.retired_at is null then s.extraction_id else f.extraction_id end,
  superseded_by = case when f.superseded_by = $1 then s.extraction_id else f.superseded_by end
from successor s
where f.superseded_by = $1 or f.extraction_id = $1 and f.retired_at is null
