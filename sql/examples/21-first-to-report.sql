-- Who reported each exchange first?
select distinct on (e.day, e.metric, e.low) e.day, e.metric, e.printed, f.published_at, f.outlet
from recount.event_ledger e
join recount.figure_history f on f.figure_id = any (e.figure_ids)
where e.day > '2025-12-30'
order by e.day, e.metric, e.low, f.published_at, f.outlet;
