-- On which totals and states do two claimants disagree today?
select metric, claimant, low, high, as_of, other_claimant, other_low, other_high, other_as_of
from recount.disagreement
order by metric, series, claimant;
