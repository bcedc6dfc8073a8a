-- Which feeds fail, or have been silent longest?
select name, outlet, language, failures, error_code, last_item_at, items, on_topic
from recount.feed_health
order by failures desc, last_item_at nulls first, name;
