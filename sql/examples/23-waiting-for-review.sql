-- Which figures wait for review, and why?
select outlet, thing, min, qualifier, scope, doubt, quote
from recount.figure_history
where not trusted and retired_at is null
order by outlet, as_of, thing, min, quote;
