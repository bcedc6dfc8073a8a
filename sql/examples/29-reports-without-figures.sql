-- Which reports on the story held no figure?
select published_at, outlet, title
from recount.report_figures
where state = 'read' and figures = 0
order by published_at, outlet, title;
