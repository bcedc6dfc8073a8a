-- What the report said before this extraction superseded it, as far as it was ever compared.
-- $1 extraction_id bigint  →  the columns of a claim
select f.figure_id, f.report_id, f.slot, f.reading, f.metric, f.series, f.line, f.claimant, f.scope, f.as_of::text, f.rank_day::text, f.min, f.max, f.qualifier,
  case when f.scope = 'event' then coalesce(f.basis_start, f.as_of) else f.as_of end::text as first_day, f.period is not null as day_stated, f.part,
  v.voice, f.told_at as reported_at
from recount.figure f
join recount.revision_voice v on v.revision_id = f.revision_id
where f.superseded_by = $1 and f.retired_reason = 'superseded' and f.trusted and f.line is not null
  and exists (select from recount.comparison c where c.extraction_id = f.extraction_id)
order by f.figure_id
