-- What is known of each feed's past, from which alarms follow; counts are of items, and of reports that were read.
-- $1 dossier
with item as (
  select s.feed_id, s.seen_at, p.report_id, p.state = 'read' as was_read, exists (
    select from recount.figure g where g.report_id = p.report_id and g.trusted and g.retired_at is null
  ) as tells
  from recount.sighting s
  join recount.feed f on f.feed_id = s.feed_id and f.dossier = $1 and f.retired_at is null
  left join recount.report p on p.report_id = s.report_id
), newest as (
  select *, max(seen_at) filter (where report_id is not null) over feeds as last_report_at,
    max(seen_at) filter (where tells) over feeds as last_telling_at
  from item window feeds as (partition by feed_id)
), past as (
  select feed_id, count(*) as items, count(report_id) as reports, last_report_at,
    count(*) filter (where seen_at > last_report_at) as items_since,
    count(*) filter (where was_read) as reads, count(*) filter (where tells) as telling, last_telling_at,
    count(*) filter (where was_read and seen_at > last_telling_at) as reads_since
  from newest group by feed_id, last_report_at, last_telling_at
)
select f.feed_id, f.name, f.url, f.current_url, f.moved_at, f.failures, f.failing_since, f.error_code, f.error_message, f.error_remedy,
  f.last_good_at, f.last_item_at, f.gap_ms, f.longest_gap_ms,
  coalesce(p.items, 0)::int as items, coalesce(p.reports, 0)::int as reports, p.last_report_at, coalesce(p.items_since, 0)::int as items_since,
  coalesce(p.reads, 0)::int as reads, coalesce(p.telling, 0)::int as telling, p.last_telling_at, coalesce(p.reads_since, 0)::int as reads_since,
  count(*) over () = 1 or exists (
    select from past o where o.feed_id <> f.feed_id and o.last_report_at > p.last_report_at
  ) as others_report,
  count(*) over () = 1 or exists (
    select from past o where o.feed_id <> f.feed_id and o.last_telling_at > p.last_telling_at
  ) as others_tell
from recount.feed f
left join past p on p.feed_id = f.feed_id
where f.dossier = $1 and f.retired_at is null
order by f.name
