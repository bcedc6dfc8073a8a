-- What did we know on 1 March 2026?
select title, baseline, claimant, now_min, now_max, now_as_of, difference
from recount.baseline_comparison_as_of('2026-03-01')
where now_min is not null
order by position, claimant;
