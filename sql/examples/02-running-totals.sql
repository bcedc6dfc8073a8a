-- Where do the totals stand when every exchange since the baseline is added?
select title, baseline, events as exchanges, low, high, difference, newest_event
from recount.running_total
order by title;
