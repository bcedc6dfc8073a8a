-- Which states of the baseline still hold, and which changed?
select subject, baseline_state, baseline_until, state, until, as_of, speaker_side, changed, outlet
from recount.status_comparison
order by subject;
