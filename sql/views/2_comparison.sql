-- The baseline beside what is said now, and the exchanges counted since.
create function recount.baseline_lines_as_of(t timestamptz, story text default null)
returns table (dossier text, "position" integer, metric text, title text, series text, total_series text, origin text,
  printed text, low numeric, high numeric, centre numeric, published date, claimant text)
language sql stable security definer set search_path = pg_catalog as $$
  select b.dossier, (f->>'position')::integer, f->>'metric', f->>'title', f->>'series', f->>'total_series', f->>'origin',
    f->'value'->>'printed', (f->'value'->>'low')::numeric, (f->'value'->>'high')::numeric, (f->'value'->>'centre')::numeric,
    (b.content->>'published')::date, b.content->>'speakerSide'
  from recount.baseline b
  cross join lateral jsonb_array_elements(b.content->'figures') f
  where b.recorded_at <= t and (b.retired_at is null or b.retired_at > t) and (story is null or b.dossier = story)
$$;
comment on function recount.baseline_lines_as_of is
  'The figures of the baseline that was in force at an instant; of one story where one is named.';

create function recount.figures_as_of(t timestamptz) returns setof recount.figure_history language sql stable as $$
  select * from recount.figure_history_as_of(t) h where h.retired_at is null
$$;
comment on function recount.figures_as_of is 'What was known at an instant: the figures that were recorded and not yet retired.';

create view recount.event_ledger as
select event_id, dossier, metric, day, last_day, printed, low, high, voices, reports, disputed, claims, figure_ids, vague,
  first_report_at, last_report_at
from recount.event
where retired_at is null;
comment on view recount.event_ledger is 'The exchanges: all reports of one handover of one metric, as one event.';

-- A story's ledger at an instant, for the functions below. A version lasts until the next report of its exchange, so most are
-- gone within days: those are found near the instant, and the few that last by their day.
create function recount.events_at(story text, t timestamptz) returns setof recount.event language sql stable as $$
  select e.* from recount.event e
  where e.dossier = story and e.recorded_at <= t and (e.retired_at is null or e.retired_at > t)
    and (e.retired_at is null or e.retired_at - e.recorded_at > interval '30 days')
  union all
  select e.* from recount.event e
  where e.dossier = story and e.recorded_at <= t and e.retired_at > t
    and e.recorded_at >= t - interval '30 days' and e.retired_at - e.recorded_at <= interval '30 days'
$$;
comment on function recount.events_at is 'The exchanges as the ledger had them at an instant, with all columns.';

create function recount.event_ledger_as_of(t timestamptz, story text default null) returns setof recount.event_ledger
language sql stable security definer set search_path = pg_catalog as $$
  select e.event_id, e.dossier, e.metric, e.day, e.last_day, e.printed, e.low, e.high, e.voices, e.reports, e.disputed, e.claims,
    e.figure_ids, e.vague, e.first_report_at, e.last_report_at
  from (select distinct b.dossier from recount.baseline b where story is null or b.dossier = story) s
  cross join lateral recount.events_at(s.dossier, t) e
$$;
comment on function recount.event_ledger_as_of is
  'The exchanges as the ledger had them at an instant; of one story where one is named.';

create function recount.running_total_as_of(t timestamptz, story text default null)
returns table (dossier text, metric text, title text, series text, baseline text, baseline_day date, events bigint,
  low numeric, high numeric, centre numeric, newest_event date, difference numeric)
language sql stable security definer set search_path = pg_catalog as $$
select b.dossier, b.metric, b.title, b.total_series as series, b.printed as baseline, b.published as baseline_day, e.events,
  b.low + coalesce(e.low, 0) as low, case when e.closed then b.high + coalesce(e.high, 0) end as high,
  case when e.centred then b.centre + coalesce(e.centre, 0) end as centre, e.newest_event,
  case when e.centred then coalesce(e.centre, 0) end as difference
from recount.baseline_lines_as_of(t, story) b
cross join lateral (
  select count(*) as events, sum(e.low) as low, sum(e.high) as high, coalesce(bool_and(e.high is not null), true) as closed,
    sum(e.centre) as centre, coalesce(bool_and(e.centre is not null), true) as centred, max(e.day) as newest_event
  from recount.events_at(b.dossier, t) e
  where e.metric = b.metric and e.day > b.published
) e
where b.total_series is not null
$$;
comment on function recount.running_total_as_of is
  'The baseline and what was exchanged after its day, as known at an instant; of one story where one is named.';

-- Asked story by story, so that the total of one is worked out without the others'.
create view recount.running_total as
select b.dossier, r.metric, r.title, r.series, r.baseline, r.baseline_day, r.events, r.low, r.high, r.centre, r.newest_event,
  r.difference
from recount.baseline b
cross join lateral recount.running_total_as_of('infinity', b.dossier) r
where b.retired_at is null;
comment on view recount.running_total is 'The baseline and what was exchanged after its day, as an interval.';

create view recount.running_total_by_claimant as
with told as (
  select distinct e.dossier, e.metric, c->>'claimant' as claimant
  from recount.event e
  cross join lateral jsonb_array_elements(e.claims) c
  where e.retired_at is null and c->>'claimant' <> 'unattributed'
)
select b.dossier, b.metric, b.title, b.total_series as series, told.claimant, count(own.low) as own_counts,
  count(e.event_id) as events, b.low + sum(coalesce(own.low, e.low)) as low,
  case when b.high is not null and bool_and(case when own.low is null then e.high else own.high end is not null)
    then b.high + sum(case when own.low is null then e.high else own.high end) end as high
from recount.baseline_lines_as_of('infinity') b
join told on told.dossier = b.dossier and told.metric = b.metric
join recount.event e on e.dossier = b.dossier and e.metric = b.metric and e.day > b.published and e.retired_at is null
left join lateral (
  select min((c->'value'->>'low')::numeric) as low,
    case when bool_and(c->'value'->>'high' is not null) then max((c->'value'->>'high')::numeric) end as high
  from jsonb_array_elements(e.claims) c where c->>'claimant' = told.claimant
) own on true
where b.total_series is not null
group by b.dossier, b.metric, b.title, b.total_series, told.claimant, b.low, b.high
having count(own.low) > 0;
comment on view recount.running_total_by_claimant is
  'The running total by each claimant''s own counts; where it gives none of an exchange, the ledger''s is taken.';

create view recount.total_check as
select f.figure_id, f.dossier, f.metric, b.title, f.claimant, f.series, f.as_of, f.low, f.high, t.total_low, t.total_high,
  t.total_centre, g.gap,
  case
    when not (f.series = b.total_series or p.since) then 'other_basis'
    when g.above <= 0 and g.below <= 0 then case when coalesce(g.gap, 0) = 0 then 'agrees' else 'rounding' end
    when g.above > 0 then case when m.day is null then 'unreported' else 'double_count' end
    else case when m.day is null then 'unexplained' else 'not_counted' end
  end as explanation, m.day as event_day, x.printed as event
from recount.figure f
join recount.baseline_lines_as_of('infinity') b on b.dossier = f.dossier and b.metric = f.metric and b.total_series is not null
-- A total of a stretch that begins after the baseline needs the exchanges alone.
cross join lateral (
  select f.basis_frame is null and coalesce(f.basis_start > b.published, false) as since, least(f.as_of, coalesce(f.basis_end, f.as_of)) as until
) p
cross join lateral (
  select coalesce(sum(e.low), 0) + case when p.since then 0 else b.low end as total_low,
    case when coalesce(bool_and(e.high is not null), true) then coalesce(sum(e.high), 0) + case when p.since then 0 else b.high end end
      as total_high,
    case when coalesce(bool_and(e.centre is not null), true) then coalesce(sum(e.centre), 0) + case when p.since then 0 else b.centre end
      end as total_centre
  from recount.event e
  where e.dossier = f.dossier and e.metric = f.metric and e.retired_at is null
    and e.day > b.published and e.day <= p.until and (not p.since or e.day >= f.basis_start)
) t
cross join lateral (
  select case when f.max is not null and f.qualifier <> 'up_to' then trim_scale((f.min + f.max) / 2) - t.total_centre end as gap,
    coalesce(f.low - t.total_high, 0) as above, coalesce(t.total_low - f.high, 0) as below,
    f.low - t.total_low as least_gap
) g
-- The exchange that is as large as the gap: it is found in an index, which has its amount but not its words.
left join lateral (
  select e.event_id, e.day from recount.event e
  where e.dossier = f.dossier and e.metric = f.metric and e.retired_at is null and (g.above > 0 or g.below > 0)
    and e.day > b.published and e.day <= p.until and (not p.since or e.day >= f.basis_start)
    and abs(e.centre - abs(coalesce(g.gap, g.least_gap))) <= greatest(1, 0.02 * e.centre)
  order by e.day desc limit 1
) m on true
left join recount.event x on x.event_id = m.event_id
where f.scope = 'cumulative' and f.act = 'returned' and f.basis_known and f.trusted and f.retired_at is null;
comment on view recount.total_check is
  'Each total that a figure claims beside what the exchanges add up to by its day, with the gap and what could explain it.';

create function recount.baseline_comparison_as_of(t timestamptz, story text default null)
returns table (dossier text, "position" integer, metric text, title text, origin text, baseline text, baseline_low numeric,
  baseline_high numeric, claimant text, now_min numeric, now_max numeric, now_qualifier text, now_as_of date,
  difference numeric, ratio double precision, outlet text, url text, quote text, figure_id bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select b.dossier, b."position", b.metric, b.title, b.origin, b.printed, b.low, b.high, coalesce(n.claimant, b.claimant),
    n.min, n.max, n.qualifier, n.as_of, n.middle - b.centre,
    case when b.centre <> 0 then ((n.middle - b.centre) / b.centre)::double precision end, n.outlet, n.url, n.quote,
    n.figure_id
  from recount.baseline_lines_as_of(t, story) b
  left join lateral (
    select f.figure_id, f.claimant, f.min, f.max, f.qualifier, f.as_of, p.outlet, p.canonical_url as url, f.quote,
      case when f.max is not null and f.qualifier <> 'up_to' then trim_scale((f.min + f.max) / 2) end as middle
    from recount.line l
    cross join lateral (
      select * from recount.figure f
      where f.dossier = l.dossier and f.line = l.line and f.trusted and f.rank_day >= b.published
        and f.recorded_at <= t and (f.retired_at is null or f.retired_at > t)
        -- No trusted claim of a total speaks of a day that has not come: the search begins near the instant.
        and f.rank_day <= case when isfinite(t) then (t at time zone 'UTC')::date + 2 else 'infinity' end
      order by f.rank_day desc, f.spread, f.told_at desc, f.reading collate "C" desc
      limit 1
    ) f
    join recount.report p on p.report_id = f.report_id
    where l.dossier = b.dossier and l.series = b.series
  ) n on true
$$;
comment on function recount.baseline_comparison_as_of is
  'The baseline beside what each claimant said of the same series, as known at an instant; of one story where one is named.';

create view recount.baseline_comparison as
select b.dossier, c."position", c.metric, c.title, c.origin, c.baseline, c.baseline_low, c.baseline_high, c.claimant, c.now_min,
  c.now_max, c.now_qualifier, c.now_as_of, c.difference, c.ratio, c.outlet, c.url, c.quote, c.figure_id
from recount.baseline b
cross join lateral recount.baseline_comparison_as_of('infinity', b.dossier) c
where b.retired_at is null;
comment on view recount.baseline_comparison is 'The baseline beside what each claimant says now of the same series.';

-- As the change log has it: the baseline article is the word of its speaker's side until a report of that side outranks it.
create function recount.disagreement_as_of(t timestamptz, story text default null)
returns table (dossier text, metric text, series text, claimant text, low numeric, high numeric, as_of date,
  other_claimant text, other_low numeric, other_high numeric, other_as_of date)
language sql stable security definer set search_path = pg_catalog as $$
  with told as (
    select f.dossier, f.metric, f.series, f.claimant, f.low, f.high, f.as_of, h.rank_day, 0 as stated
    from recount.figure_latest_as_of(t, story) f
    join recount.figure h on h.figure_id = f.figure_id
    where f.scope <> 'planned' and f.claimant <> 'unattributed'
    union all
    select b.dossier, b.metric, b.series, b.claimant, b.low, b.high, b.published, b.published, 1
    from recount.baseline_lines_as_of(t, story) b
    where b.series is not null
  ), stands as (
    select distinct on (n.dossier, n.series, n.claimant) n.* from told n
    order by n.dossier, n.series, n.claimant, n.rank_day desc, n.high - n.low, n.stated
  )
  select a.dossier, a.metric, a.series, a.claimant, a.low, a.high, a.as_of, b.claimant, b.low, b.high, b.as_of
  from stands a
  join stands b on b.dossier = a.dossier and b.series = a.series and b.claimant > a.claimant
  where a.low > coalesce(b.high, 'infinity') or b.low > coalesce(a.high, 'infinity')
$$;
comment on function recount.disagreement_as_of is
  'Series of which two claimants, the baseline''s speaker among them, told amounts that do not agree, as known at an instant; of one story where one is named.';

create view recount.disagreement as
select * from recount.disagreement_as_of('infinity');
comment on view recount.disagreement is
  'Series of which two claimants tell amounts that do not agree; where no report outranks it, the baseline is its speaker''s word.';

create function recount.status_comparison_as_of(t timestamptz, story text default null)
returns table (dossier text, subject text, baseline_state text, baseline_until date, state text, until date, as_of date,
  speaker_side text, changed boolean, outlet text, url text, quote text)
language sql stable security definer set search_path = pg_catalog as $$
  with recursive stated as (
    select b.dossier, s->>'subject' as subject, s->>'state' as state, (s->>'until')::date as until,
      (b.content->>'published')::date as published
    from recount.baseline b
    cross join lateral jsonb_array_elements(b.content->'statuses') s
    where b.recorded_at <= t and (b.retired_at is null or b.retired_at > t) and (story is null or b.dossier = story)
  ), spoken as (
    -- Each subject once: from one the index leads to the next. A meeting that was held changes no state.
    (
      select c.dossier, c.subject from recount.status_claim c
      where c.trusted and c.state <> 'held' and c.dossier >= coalesce(story, '')
      order by c.dossier, c.subject limit 1
    )
    union all
    select n.dossier, n.subject from spoken s
    cross join lateral (
      select c.dossier, c.subject from recount.status_claim c
      where c.trusted and c.state <> 'held' and (c.dossier, c.subject) > (s.dossier, s.subject)
      order by c.dossier, c.subject limit 1
    ) n
    where story is null or n.dossier = story
  ), told as (
    select c.* from spoken s
    cross join lateral (
      select c.* from recount.status_claim c
      where c.dossier = s.dossier and c.subject = s.subject and c.trusted and c.state <> 'held' and c.recorded_at <= t
        and (c.retired_at is null or c.retired_at > t)
      order by c.as_of desc, c.told_at desc, c.reading collate "C" desc limit 1
    ) c
    where story is null or s.dossier = story
  ), subjects as (
    select dossier, subject from stated union select dossier, subject from told
  )
  select subjects.dossier, subjects.subject, b.state, b.until, n.state, n.until, n.as_of, n.speaker_side, n.state is distinct from b.state
    and n.state is not null, p.outlet, p.canonical_url, n.quote
  from subjects
  left join stated b on b.dossier = subjects.dossier and b.subject = subjects.subject
  left join (told n join recount.report p on p.report_id = n.report_id) on n.dossier = subjects.dossier and n.subject = subjects.subject
    and (b.published is null or n.as_of >= b.published)
$$;
comment on function recount.status_comparison_as_of is
  'Each subject as the baseline has it beside what is said of it, as known at an instant; of one story where one is named.';

create view recount.status_comparison as
select * from recount.status_comparison_as_of('infinity');
comment on view recount.status_comparison is 'Each subject as the baseline has it beside what is said of it now.';
