-- Every figure of a metric, newest claim first, retired ones included.
-- $1 dossier; $2 metric; $3 limit integer
select figure_id, min, max, low, high, qualifier, scope, claimant, period, as_of, speaker, quote, confidence, doubt, recorded_at,
  trusted, retired_at, outlet, url
from recount.figure_history
where dossier = $1 and metric = $2
order by as_of desc, figure_id desc limit $3
