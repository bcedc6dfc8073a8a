-- One feed with its polling state, not retired.
-- $1 feed_id bigint
select feed_id, dossier, name, current_url, outlet, language, side, kind, etag, last_modified, validated_url, body_hash, topic_hash,
  next_poll_at, first_polled_at, last_polled_at, failures
from recount.feed where feed_id = $1 and retired_at is null
