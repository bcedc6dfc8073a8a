-- How much of the coverage is agencies' copy?
select coalesce(agency, 'own reporting') as origin, count(distinct report_id) as reports, count(*) as figures
from recount.figure_history
where retired_at is null
group by origin
order by reports desc, origin;
