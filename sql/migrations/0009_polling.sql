-- Up Migration
-- What polling learns of each feed, what is wrong with feeds, and whose turn it is at each host.
alter table recount.feed
  add column interval_ms bigint check (interval_ms > 0),
  add column asked_ms bigint check (asked_ms > 0),
  add column gap_ms double precision check (gap_ms >= 0),
  add column longest_gap_ms double precision check (longest_gap_ms >= 0),
  add column last_body_at timestamptz,
  add column distrusted_at timestamptz,
  add column moved_at timestamptz,
  add column failure_kind text check (failure_kind in ('passing', 'soft', 'hard')),
  add column kind_failures integer not null default 0 check (kind_failures >= 0);
comment on column recount.feed.interval_ms is 'interval last decided, in ms, without what chance adds; null after a failure';
comment on column recount.feed.asked_ms is 'least interval that its document asks for (ttl, sy:updatePeriod), in ms; kept while it is unchanged';
comment on column recount.feed.gap_ms is 'usual time between two items, in ms';
comment on column recount.feed.longest_gap_ms is 'longest time between two items of late, in ms';
comment on column recount.feed.last_body_at is 'last answer with a whole body; a feed that only says "not modified" is asked for one after a while';
comment on column recount.feed.distrusted_at is 'when it said "not modified" though it had changed; its validators are not sent since';
comment on column recount.feed.moved_at is 'when a permanent redirect led away from the address in feeds.yaml';
comment on column recount.feed.failure_kind is 'passing, soft or hard: each has its own back-off';
comment on column recount.feed.kind_failures is 'failures of that kind in a row';
update recount.feed set failure_kind = 'passing', kind_failures = failures where failures > 0;
update recount.feed set moved_at = last_good_at where current_url <> url;

create table recount.feed_alarm (
  alarm_id bigint generated always as identity primary key,
  feed_id bigint not null references recount.feed,
  kind text not null check (kind in ('broken', 'html', 'moved', 'silent', 'drained')),
  since timestamptz not null,
  raised_at timestamptz not null,
  message text not null,
  remedy text not null,
  ended_at timestamptz
);
create unique index feed_alarm_in_force on recount.feed_alarm (feed_id, kind) where ended_at is null;
comment on table recount.feed_alarm is 'what a person should know of a feed, from when to when';
comment on column recount.feed_alarm.alarm_id is 'number of the alarm';
comment on column recount.feed_alarm.feed_id is 'the feed';
comment on column recount.feed_alarm.kind is 'broken, html, moved, silent or drained';
comment on column recount.feed_alarm.since is 'since when it is so';
comment on column recount.feed_alarm.raised_at is 'when it was noticed';
comment on column recount.feed_alarm.message is 'what is wrong, in words; the newest wording while it lasts';
comment on column recount.feed_alarm.remedy is 'what to do about it';
comment on column recount.feed_alarm.ended_at is 'when it was over; null while it lasts';

-- Turns are taken in real time, by the one clock that all processes share, the database's: whatever time the story is told in.
create table recount.host (
  host text primary key,
  holder uuid,
  held_until timestamptz,
  free_at timestamptz,
  paused_until timestamptz,
  robots text,
  robots_at timestamptz,
  crawl_delay_ms integer not null default 0 check (crawl_delay_ms >= 0)
);
comment on table recount.host is 'each host that is asked for something: one request at a time, with a gap between two';
comment on column recount.host.host is 'name and port';
comment on column recount.host.holder is 'whose request runs; null between two requests';
comment on column recount.host.held_until is 'when that request is given up for dead (real time)';
comment on column recount.host.free_at is 'when the gap after the last request is over (real time)';
comment on column recount.host.paused_until is 'until when it asked to be left alone (Retry-After), in the story''s time';
comment on column recount.host.robots is 'its robots.txt; null while unknown, empty where there is none';
comment on column recount.host.robots_at is 'when that was fetched, in the story''s time';
comment on column recount.host.crawl_delay_ms is 'gap that its robots.txt asks of us, in ms';

create index sighting_feed_id_seen_at on recount.sighting (feed_id, seen_at);

-- Down Migration
drop index recount.sighting_feed_id_seen_at;
drop table recount.host, recount.feed_alarm;
alter table recount.feed
  drop column interval_ms,
  drop column asked_ms,
  drop column gap_ms,
  drop column longest_gap_ms,
  drop column last_body_at,
  drop column distrusted_at,
  drop column moved_at,
  drop column failure_kind,
  drop column kind_failures;
