-- Which outlets corrected or withdrew a number, and from what to what?
select noticed_at, outlet, kind, metric, previous, new
from recount.change_log
where kind in ('corrected', 'withdrawn')
order by noticed_at, outlet, metric;
