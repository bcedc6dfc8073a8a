-- Feeds with their state, failing ones first.
-- $1 dossier
select f.name, f.current_url, f.outlet, f.language, f.country, f.side, f.kind, f.next_poll_at, f.last_polled_at, f.last_good_at,
  f.last_item_at, f.failures, f.failing_since, f.error_code, f.error_message, f.error_remedy,
  (select count(*) from recount.sighting s where s.feed_id = f.feed_id) as items,
  (select count(*) from recount.sighting s where s.feed_id = f.feed_id and s.decision = 'report') as on_topic
from recount.feed f where f.dossier = $1 and f.retired_at is null
order by f.failures > 0 desc, f.name
