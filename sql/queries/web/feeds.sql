-- Feeds with their state, failing ones first.
-- $1 dossier
select name, current_url, outlet, language, country, side, next_poll_at, last_polled_at, last_good_at, last_item_at, failures,
  failing_since, error_code, error_message, error_remedy, items, on_topic
from recount.feed_health where dossier = $1 order by failures > 0 desc, name
