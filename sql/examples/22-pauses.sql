-- How many days passed between exchanges of prisoners?
with days as (
  select distinct day from recount.event_ledger
  where metric in ('persons_to_ukraine', 'persons_to_russia') and day > '2025-12-30'
)
select day, day - lag(day) over (order by day) as days_since_the_last
from days
order by day;
