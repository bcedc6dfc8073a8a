-- What stood on each line at an instant.
-- $1 dossier; $2 instant timestamptz
select line, figure_id, metric, scope, claimant, min, max, qualifier, low, high, period, as_of, speaker, quote, outlet, url,
  series like '%|planned' as plan
from recount.figure_latest_as_of($2, $1) order by metric, claimant, as_of desc, line
