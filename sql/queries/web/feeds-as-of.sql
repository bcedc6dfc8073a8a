-- Feeds with their state and their alarms as they were at an instant, as far as their polls are kept.
-- $1 dossier; $2 the instant timestamptz
select f.name, f.current_url, f.outlet, f.language, f.country, f.side, null::timestamptz as next_poll_at, l.polled_at as last_polled_at,
  g.polled_at as last_good_at, (select max(s.seen_at) from recount.sighting s where s.feed_id = f.feed_id and s.seen_at <= $2) as last_item_at,
  null::integer as interval_minutes, b.failures, b.failing_since, null::text as failure_kind,
  l.error_code, l.error_message, null::text as error_remedy,
  (select count(*) from recount.sighting s where s.feed_id = f.feed_id and s.seen_at <= $2) as items,
  (select count(*) from recount.sighting s where s.feed_id = f.feed_id and s.seen_at <= $2 and s.decision = 'report') as on_topic,
  w.alarms
from recount.feed f
left join lateral (
  select * from recount.poll p where p.feed_id = f.feed_id and p.polled_at <= $2 order by p.polled_at desc, p.poll_id desc limit 1
) l on true
left join lateral (
  select p.polled_at from recount.poll p
  where p.feed_id = f.feed_id and p.polled_at <= $2 and p.outcome <> 'failed' order by p.polled_at desc limit 1
) g on true
cross join lateral (
  select count(*) as failures, min(p.polled_at) as failing_since from recount.poll p
  where p.feed_id = f.feed_id and p.polled_at <= $2 and p.outcome = 'failed' and p.polled_at > coalesce(g.polled_at, '-infinity')
) b
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'since', a.since, 'message', a.message, 'remedy', a.remedy)
    order by a.since, a.kind), '[]') as alarms
  from recount.feed_alarm a
  where a.feed_id = f.feed_id and a.raised_at <= $2 and (a.ended_at is null or a.ended_at > $2)
) w
where f.dossier = $1 and (f.retired_at is null or f.retired_at > $2)
order by w.alarms = '[]', b.failures = 0, f.name
