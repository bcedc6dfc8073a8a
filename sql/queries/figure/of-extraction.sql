-- The figures of an extraction that are compared, or those that are read with doubt, in the order of the text.
-- $1 extraction_id bigint; $2 trusted boolean  →  the columns of a claim
select f.figure_id, f.report_id, f.slot, f.reading, f.metric, f.series, f.line, f.claimant, f.scope, f.as_of::text, f.rank_day::text, f.min, f.max, f.qualifier,
  case when f.scope = 'event' then coalesce(f.basis_start, f.as_of) else f.as_of end::text as first_day, f.period is not null as day_stated, f.part,
  v.voice, f.told_at as reported_at
from recount.figure f
join recount.revision_voice v on v.revision_id = f.revision_id
where f.extraction_id = $1 and f.trusted = $2 and f.retired_at is null and f.line is not null
order by f.quote_start, f.figure_id
