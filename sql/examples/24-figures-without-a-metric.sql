-- Which figures were kept although they are compared with nothing?
select thing, "group", act, from_side, to_side, reach, scope, count(*) as figures
from recount.figure_history
where metric is null and retired_at is null
group by thing, "group", act, from_side, to_side, reach, scope
order by figures desc, thing, act, scope, from_side, to_side, reach;
