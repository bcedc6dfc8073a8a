-- Which changes wait for a person to look at them?
select noticed_at, kind, metric, claimant, previous, new
from recount.change_log
where needs_review
order by noticed_at, kind, metric, claimant;
