-- Which exchanges did we learn of in March 2026?
select distinct metric, as_of as day, min as amount
from recount.figures_as_of('2026-04-01') now
where now.scope = 'event' and now.trusted and now.metric is not null and now.as_of > '2025-12-30'
  and not exists (
    select from recount.figures_as_of('2026-03-01') before
    where before.metric = now.metric and before.as_of = now.as_of and before.scope = 'event' and before.trusted
  )
order by day, metric, amount;
