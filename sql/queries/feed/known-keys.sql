-- Which items of a feed were seen before, and what was decided.
-- $1 feed_id; $2 item keys text[]  →  item_key text, decision text
select item_key, decision from recount.sighting where feed_id = $1 and item_key = any ($2::text[])
