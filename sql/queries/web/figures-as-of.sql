-- Every figure of a metric that was known at an instant, oldest claim first.
-- $1 dossier; $2 metric; $3 instant or null for now
select f.figure_id, f.min, f.max, f.low, f.high, f.qualifier, f.scope, f.claimant, f.period, f.as_of, f.speaker, f.quote,
  f.confidence, f.trusted, f.recorded_at, f.retired_at, r.outlet, r.canonical_url, r.title
from recount.figure f join recount.report r using (report_id)
where f.dossier = $1 and f.metric = $2
  and ($3::timestamptz is null or f.recorded_at <= $3)
  and (f.retired_at is null or f.retired_at > $3)
order by f.as_of, f.figure_id
