-- What stands on each line: totals, states and plans.
-- $1 dossier
select line, figure_id, metric, scope, claimant, min, max, qualifier, low, high, period, as_of, speaker, quote, outlet, url,
  series like '%|planned' as plan
from recount.figure_latest where dossier = $1 order by metric, claimant, as_of desc, line
