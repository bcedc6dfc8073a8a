-- Every figure of a metric that was known at an instant, oldest claim first.
-- $1 dossier; $2 metric; $3 instant or null for now
select figure_id, min, max, low, high, qualifier, scope, claimant, period, as_of, speaker, quote, confidence, doubt, recorded_at,
  trusted, retired_at, outlet, url
from recount.figures_as_of(coalesce($3::timestamptz, 'infinity'))
where dossier = $1 and metric = $2
order by as_of, figure_id
