-- Feeds with their state and their alarms, those with alarms first, then failing ones.
-- $1 dossier
select h.name, h.current_url, h.outlet, h.language, h.country, h.side, h.next_poll_at, h.last_polled_at, h.last_good_at, h.last_item_at,
  h.interval_minutes, h.failures, h.failing_since, h.failure_kind, h.error_code, h.error_message, h.error_remedy, h.items, h.on_topic,
  coalesce((
    select jsonb_agg(jsonb_build_object('kind', a.alarm, 'since', a.since, 'message', a.message, 'remedy', a.remedy) order by a.since, a.alarm)
    from recount.feed_alarms a where a.feed_id = h.feed_id and a.ended_at is null
  ), '[]') as alarms
from recount.feed_health h where h.dossier = $1
order by h.alarms is null, h.failures = 0, h.name
