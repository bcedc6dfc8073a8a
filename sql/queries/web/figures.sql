-- Every figure of a metric, newest claim first, retired ones included.
-- $1 dossier; $2 metric; $3 limit integer
select f.figure_id, f.min, f.max, f.low, f.high, f.qualifier, f.scope, f.claimant, f.period, f.as_of, f.speaker, f.quote,
  f.confidence, f.trusted, f.recorded_at, f.retired_at, r.outlet, r.canonical_url, r.title
from recount.figure f join recount.report r using (report_id)
where f.dossier = $1 and f.metric = $2
order by f.as_of desc, f.figure_id desc limit $3
