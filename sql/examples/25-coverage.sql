-- Which outlets do the figures come from?
select outlet, reports, reports_with_figures, figures, first_report, last_report
from recount.coverage
order by figures desc, outlet;
