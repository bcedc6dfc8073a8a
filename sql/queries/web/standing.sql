-- What stands on each line that has a metric: the newest, then the narrowest claim. Figures that wait for review stand nowhere.
-- $1 dossier
select distinct on (f.line) f.line, f.figure_id, f.metric, f.scope, f.claimant, f.min, f.max, f.qualifier, f.period, f.basis_known,
  f.basis_start, f.basis_end, f.basis_frame, f.as_of, f.speaker, f.quote, r.outlet, r.canonical_url
from recount.figure f join recount.report r using (report_id)
where f.dossier = $1 and f.metric is not null and f.line is not null and f.trusted and f.retired_at is null and f.scope <> 'event'
order by f.line, f.as_of desc, f.high - f.low nulls last, f.reading
