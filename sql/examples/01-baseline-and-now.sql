-- What does each figure of the baseline look like now, and who says so?
select title, baseline, claimant, now_min, now_max, now_qualifier, now_as_of, difference
from recount.baseline_comparison
order by position, claimant;
