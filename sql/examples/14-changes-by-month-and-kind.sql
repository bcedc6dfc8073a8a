-- How many changes of each kind were there, by month?
select to_char(noticed_at at time zone 'UTC', 'YYYY-MM') as month, kind, count(*) as changes
from recount.change_log
group by month, kind
order by month, kind;
