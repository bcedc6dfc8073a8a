-- Who reported each exchange first, and what did that report count?
select distinct on (e.day, e.metric, e.low) e.day, e.metric, e.printed, f.published_at, f.outlet,
  string_agg(distinct f.metric, ', ' order by f.metric) as counted
from recount.event_ledger e
join recount.figure_history f on f.figure_id = any (e.figure_ids)
where e.day > '2025-12-30'
group by e.event_id, e.day, e.metric, e.low, e.printed, f.report_id, f.published_at, f.outlet
order by e.day, e.metric, e.low, f.published_at, f.outlet;
