-- What stands of the report that a figure is of, besides the figure, in the order of the text.
-- $1 figure_id bigint
select o.figure_id, o.metric, o.thing, o.min, o.max, o.qualifier, o.scope, o.period, o.claimant, o.as_of, o.speaker, o.quote, o.doubt
from recount.figure f
join recount.figure o on o.report_id = f.report_id and o.figure_id <> f.figure_id and o.retired_at is null
where f.figure_id = $1
order by o.quote_start, o.figure_id
