-- The change log, and how well the sources are covered.
create view recount.change_log as
select c.change_id, c.dossier, c.noticed_at, c.kind, c.metric, c.subject, c.claimant,
  c.baseline_value->>'printed' as baseline,
  case jsonb_typeof(c.previous_value) when 'string' then c.previous_value #>> '{}' else c.previous_value->>'printed' end as previous,
  coalesce(steps.newest, case jsonb_typeof(c.new_value) when 'string' then c.new_value #>> '{}' else c.new_value->>'printed' end) as new,
  c.baseline_difference, c.baseline_ratio, c.previous_difference, c.previous_ratio, c.reason, c.needs_review or coalesce(steps.need_review, false) as needs_review, c.backfilled,
  p.outlet, p.canonical_url as url, coalesce(f.quote, s.quote) as quote, c.figure_id, c.report_id,
  c.quiet, steps.path, exists (
    select from recount.mute m where m.dossier = c.dossier and m.lifted_at is null
      and m.name = case m.kind when 'metric' then c.metric when 'outlet' then p.outlet else c.line end) as muted
from recount.change c
left join recount.report p on p.report_id = c.report_id
left join recount.figure f on f.figure_id = c.figure_id
left join recount.status_claim s on s.status_claim_id = c.status_claim_id
left join lateral (
  select bool_or(p.needs_review) as need_review,
    concat_ws(' → ', coalesce(c.previous_value->>'printed', c.previous_value #>> '{}'), coalesce(c.new_value->>'printed', c.new_value #>> '{}', case c.kind when 'withdrawn' then 'nothing' end),
      string_agg(coalesce(p.new_value->>'printed', p.new_value #>> '{}', case p.kind when 'withdrawn' then 'nothing' end), ' → ' order by p.change_id)) as path,
    (array_agg(coalesce(p.new_value->>'printed', p.new_value #>> '{}') order by p.change_id desc))[1] as newest
  from recount.change p where p.part_of = c.change_id
  having count(*) > 0
) steps on true
where c.part_of is null;
comment on view recount.change_log is
  'Every departure from, or confirmation of, what stood before, with its reason; what went back and forth is one, with its path.';

create function recount.change_log_as_of(t timestamptz, story text default null) returns setof recount.change_log
language sql stable security definer set search_path = pg_catalog as $$
select c.change_id, c.dossier, c.noticed_at, c.kind, c.metric, c.subject, c.claimant,
  c.baseline_value->>'printed' as baseline,
  case jsonb_typeof(c.previous_value) when 'string' then c.previous_value #>> '{}' else c.previous_value->>'printed' end as previous,
  coalesce(steps.newest, case jsonb_typeof(c.new_value) when 'string' then c.new_value #>> '{}' else c.new_value->>'printed' end) as new,
  c.baseline_difference, c.baseline_ratio, c.previous_difference, c.previous_ratio, c.reason, c.needs_review or coalesce(steps.need_review, false) as needs_review, c.backfilled,
  p.outlet, p.canonical_url as url, coalesce(f.quote, s.quote) as quote, c.figure_id, c.report_id,
  c.quiet, steps.path, exists (
    select from recount.mute m where m.dossier = c.dossier and m.muted_at <= t and (m.lifted_at is null or m.lifted_at > t)
      and m.name = case m.kind when 'metric' then c.metric when 'outlet' then p.outlet else c.line end) as muted
from recount.change c
left join recount.report p on p.report_id = c.report_id
left join recount.figure f on f.figure_id = c.figure_id
left join recount.status_claim s on s.status_claim_id = c.status_claim_id
left join lateral (
  select bool_or(p.needs_review) as need_review,
    concat_ws(' → ', coalesce(c.previous_value->>'printed', c.previous_value #>> '{}'), coalesce(c.new_value->>'printed', c.new_value #>> '{}', case c.kind when 'withdrawn' then 'nothing' end),
      string_agg(coalesce(p.new_value->>'printed', p.new_value #>> '{}', case p.kind when 'withdrawn' then 'nothing' end), ' → ' order by p.change_id)) as path,
    (array_agg(coalesce(p.new_value->>'printed', p.new_value #>> '{}') order by p.change_id desc))[1] as newest
  from recount.change p where p.part_of = c.change_id and p.noticed_at <= t
  having count(*) > 0
) steps on true
where c.part_of is null and c.noticed_at <= t and (story is null or c.dossier = story)
$$;
comment on function recount.change_log_as_of is
  'The change log as it was at an instant: what went back and forth later is not in it; of one story where one is named.';

create view recount.feed_alarms as
select f.dossier, f.name, f.outlet, a.kind as alarm, a.since, a.raised_at, a.ended_at, a.message, a.remedy, f.last_good_at, f.feed_id
from recount.feed_alarm a
join recount.feed f on f.feed_id = a.feed_id;
comment on view recount.feed_alarms is 'What a person should know of a feed: broken, html, moved, silent or drained; over when ended_at is set.';

-- Polls are kept for a while only: before them, when a feed last answered is not known.
create function recount.feed_alarms_as_of(t timestamptz, story text default null) returns setof recount.feed_alarms
language sql stable security definer set search_path = pg_catalog as $$
select f.dossier, f.name, f.outlet, a.kind, a.since, a.raised_at, case when a.ended_at <= t then a.ended_at end, a.message, a.remedy,
  case when f.last_good_at <= t then f.last_good_at else (
    select max(p.polled_at) from recount.poll p where p.feed_id = f.feed_id and p.polled_at <= t and p.outcome <> 'failed'
  ) end, f.feed_id
from recount.feed_alarm a
join recount.feed f on f.feed_id = a.feed_id
where a.raised_at <= t and (story is null or f.dossier = story)
$$;
comment on function recount.feed_alarms_as_of is 'What had been noticed of feeds by an instant; of one story where one is named.';

create view recount.feed_health as
select f.feed_id, f.dossier, f.name, f.outlet, f.language, f.country, f.side, f.last_polled_at, f.last_good_at, f.last_item_at,
  f.next_poll_at, round(f.interval_ms / 60000.0)::integer as interval_minutes, round(f.gap_ms::numeric / 60000)::integer as gap_minutes,
  f.failures, f.failing_since, f.failure_kind, f.error_code, f.error_message, f.error_remedy, f.current_url,
  count(s.sighting_id) as items, count(s.sighting_id) filter (where s.decision = 'report') as on_topic,
  (select string_agg(a.kind, ', ' order by a.since, a.kind) from recount.feed_alarm a where a.feed_id = f.feed_id and a.ended_at is null) as alarms,
  (select min(a.since) from recount.feed_alarm a where a.feed_id = f.feed_id and a.ended_at is null) as alarm_since
from recount.feed f
left join recount.sighting s on s.feed_id = f.feed_id
where f.retired_at is null
group by f.feed_id;
comment on view recount.feed_health is 'Each feed, when it last answered, how often it is polled, and what is wrong with it.';

create view recount.coverage as
select p.dossier, p.outlet, count(distinct p.report_id) as reports,
  count(distinct f.report_id) as reports_with_figures, count(f.figure_id) as figures,
  min(p.published_at) as first_report, max(p.published_at) as last_report
from recount.report p
left join recount.figure f on f.report_id = p.report_id and f.retired_at is null
group by p.dossier, p.outlet;
comment on view recount.coverage is 'Each outlet, with how many reports and figures come from it.';
