-- The baseline's figures in their order, each with what every claimant says now of the same series.
-- $1 dossier; $2 instant timestamptz or null for now
select metric, title, origin, baseline, claimant, figure_id, difference
from recount.baseline_comparison_as_of(coalesce($2::timestamptz, 'infinity'), $1) order by position, claimant
