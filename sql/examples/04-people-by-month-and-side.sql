-- How many people came home in exchanges, by month and side?
select to_char(day, 'YYYY-MM') as month, sum(low) filter (where metric = 'persons_to_ukraine') as to_ukraine,
  sum(low) filter (where metric = 'persons_to_russia') as to_russia
from recount.event_ledger
where metric in ('persons_to_ukraine', 'persons_to_russia') and day > '2025-12-30'
group by month
order by month;
