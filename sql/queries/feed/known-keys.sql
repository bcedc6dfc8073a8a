-- Which items of a feed were seen before.
-- $1 feed_id; $2 item keys text[]  →  item_key text
select item_key from recount.sighting where feed_id = $1 and item_key = any ($2::text[])
