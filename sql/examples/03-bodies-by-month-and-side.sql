-- How many bodies were handed over, by month and receiving side?
select to_char(day, 'YYYY-MM') as month, sum(low) filter (where metric = 'bodies_to_ukraine') as to_ukraine,
  sum(low) filter (where metric = 'bodies_to_russia') as to_russia
from recount.event_ledger
where metric in ('bodies_to_ukraine', 'bodies_to_russia')
group by month
order by month;
