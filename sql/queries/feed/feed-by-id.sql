-- One feed with its polling state, not retired.
-- $1 feed_id bigint
select feed_id, dossier, name, url, current_url, outlet, language, side, kind, etag, last_modified, validated_url, body_hash, topic_hash,
  next_poll_at, first_polled_at, last_polled_at, last_item_at, last_body_at, distrusted_at, failures, failure_kind, kind_failures,
  interval_ms::double precision, asked_ms::double precision, gap_ms, longest_gap_ms
from recount.feed where feed_id = $1 and retired_at is null
