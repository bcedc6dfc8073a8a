-- Which announced exchanges took place within thirty days?
select distinct p.as_of as announced, p.metric, p.claimant, p.min as announced_count, e.day as took_place, e.printed as count
from recount.figure_history p
left join lateral (
  select day, printed from recount.event_ledger e
  where e.metric = p.metric and e.day between p.as_of and p.as_of + 30 order by day, low limit 1
) e on true
where p.scope = 'planned' and p.act = 'returned' and p.metric is not null and p.retired_at is null and p.trusted
order by announced, metric, claimant, announced_count;
