-- What the report said before this extraction superseded it.
-- $1 report_id bigint; $2 retired_at timestamptz  →  the columns of a claim
select f.figure_id, f.report_id, f.slot, f.reading, f.metric, f.series, f.line, f.claimant, f.scope, f.as_of::text, f.min, f.max, f.qualifier,
  coalesce(r.agency, p.outlet) as voice
from recount.figure f
join recount.report p on p.report_id = f.report_id
join recount.revision r on r.revision_id = f.revision_id
where f.report_id = $1 and f.retired_at = $2 and f.retired_reason = 'superseded' and f.trusted and f.line is not null
order by f.figure_id
