-- How the totals claimed by some figures sit beside what was counted by their day.
-- $1 figure_ids bigint[]  →  figure_id bigint, total_low numeric, total_high numeric (null: open), total_centre numeric (null: none),
-- gap numeric (null: open), explanation text, event_day text (null: none), event text (null: none)
select figure_id, total_low, total_high, total_centre, gap, explanation, event_day::text, event
from recount.total_check
where figure_id = any ($1::bigint[]) and explanation <> 'other_basis'
