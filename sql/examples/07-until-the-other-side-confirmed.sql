-- How long did it take until the other side gave its count of the same exchange?
select e.metric, e.day, min(f.recorded_at) filter (where f.claimant = 'RU') as russia_said,
  min(f.recorded_at) filter (where f.claimant = 'UA') as ukraine_said,
  round(abs(extract(epoch from min(f.recorded_at) filter (where f.claimant = 'UA')
    - min(f.recorded_at) filter (where f.claimant = 'RU'))) / 3600, 1) as hours_apart
from recount.event_ledger e
join recount.figure_history f on f.figure_id = any (e.figure_ids)
group by e.event_id, e.metric, e.day, e.low
having bool_or(f.claimant = 'RU') and bool_or(f.claimant = 'UA')
order by e.day, e.metric, e.low;
