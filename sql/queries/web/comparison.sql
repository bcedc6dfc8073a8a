-- The baseline's figures in their order, each with what every claimant says now of the same series.
-- $1 dossier
select metric, title, origin, baseline, claimant, figure_id, difference
from recount.baseline_comparison where dossier = $1 order by position, claimant
