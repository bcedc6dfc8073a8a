-- State after an answer. Validators are those of this answer; a null keeps none.
-- $1 feed_id; $2 now; $3 next_poll_at; $4 current_url; $5 etag; $6 last_modified; $7 validated_url; $8 body_hash; $9 topic_hash;
-- $10 newest item timestamptz or null; $11 interval_ms; $12 asked_ms or null; $13 gap_ms or null; $14 longest_gap_ms or null;
-- $15 a whole body came; $16 it had changed though it said that it had not
update recount.feed set
  next_poll_at = $3, current_url = $4, etag = $5, last_modified = $6, validated_url = $7, body_hash = $8, topic_hash = $9,
  moved_at = case when $4 = url then null when $4 = current_url then coalesce(moved_at, $2) else $2 end,
  first_polled_at = coalesce(first_polled_at, $2), last_polled_at = $2, last_good_at = $2,
  last_item_at = coalesce($10, last_item_at), interval_ms = $11, asked_ms = $12, gap_ms = $13, longest_gap_ms = $14,
  last_body_at = case when $15 then $2 else last_body_at end,
  distrusted_at = case when $4 <> current_url then null when $16 then $2 else distrusted_at end,
  failures = 0, failing_since = null, failure_kind = null, kind_failures = 0,
  error_code = null, error_message = null, error_remedy = null
where feed_id = $1
