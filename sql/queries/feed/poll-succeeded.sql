-- State after an answer. Validators are those of this answer; a null keeps none.
-- $1 feed_id; $2 now; $3 next_poll_at; $4 current_url; $5 etag; $6 last_modified; $7 validated_url; $8 body_hash; $9 has new items; $10 topic_hash
update recount.feed set
  next_poll_at = $3, current_url = $4, etag = $5, last_modified = $6, validated_url = $7, body_hash = $8, topic_hash = $10,
  first_polled_at = coalesce(first_polled_at, $2), last_polled_at = $2, last_good_at = $2,
  last_item_at = case when $9 then $2 else last_item_at end,
  failures = 0, failing_since = null, error_code = null, error_message = null, error_remedy = null
where feed_id = $1
