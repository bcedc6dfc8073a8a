-- The figures: all that were ever read, and what each line last said.
create view recount.figure_history as
select f.figure_id, f.dossier, f.metric, f.claimant, f.scope, f.as_of, f.min, f.max, f.qualifier, f.low, f.high, f.thing,
  f."group", f.act, f.from_side, f.to_side, f.reach, f.period, f.basis_start, f.basis_end, f.basis_frame, f.speaker,
  f.series, f.line, p.outlet, r.agency, p.canonical_url as url, p.published_at, f.quote, f.confidence, f.trusted, f.doubt,
  f.recorded_at, f.retired_at, f.retired_reason, f.report_id, v.voice, p.gone_at
from recount.figure f
join recount.report p on p.report_id = f.report_id
join recount.revision r on r.revision_id = f.revision_id
join recount.revision_voice v on v.revision_id = f.revision_id;
comment on view recount.figure_history is 'Every figure that was ever read, with its report; retired ones included.';

-- A copy that is found later, or an agency that it credits, makes another voice of an older text.
create function recount.revision_voice_at(revision bigint, t timestamptz) returns text
language sql stable security definer set search_path = pg_catalog as $$
select coalesce((
    select m.agency from recount.revision m
    where (m.report_id = o.report_id or m.copied_report_id = o.report_id) and m.agency is not null and m.recorded_at <= t
      and (m.retired_at is null or m.retired_at > t or m.revision_id = r.revision_id)
    order by m.recorded_at, m.revision_id limit 1
  ), o.outlet)
from recount.revision r
join recount.report o on o.report_id = coalesce(r.copied_report_id, r.report_id)
where r.revision_id = revision
$$;
comment on function recount.revision_voice_at is 'Whose voice a text was at an instant.';

create function recount.figure_voice_at(figure bigint, t timestamptz) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select recount.revision_voice_at(f.revision_id, t) from recount.figure f where f.figure_id = figure
$$;
comment on function recount.figure_voice_at is 'Whose voice a figure''s text was at an instant.';

create function recount.figure_history_as_of(t timestamptz, story text default null) returns setof recount.figure_history
language sql stable as $$
  select h.figure_id, h.dossier, h.metric, h.claimant, h.scope, h.as_of, h.min, h.max, h.qualifier, h.low, h.high, h.thing, h."group",
    h.act, h.from_side, h.to_side, h.reach, h.period, h.basis_start, h.basis_end, h.basis_frame, h.speaker, h.series, h.line, h.outlet,
    h.agency, h.url, h.published_at, h.quote, h.confidence, h.trusted, h.doubt, h.recorded_at,
    case when h.retired_at <= t then h.retired_at end, case when h.retired_at <= t then h.retired_reason end, h.report_id,
    recount.figure_voice_at(h.figure_id, t), case when h.gone_at <= t then h.gone_at end
  from recount.figure_history h
  where h.recorded_at <= t and (story is null or h.dossier = story)
$$;
comment on function recount.figure_history_as_of is
  'Every figure that had been read by an instant, those that had retired by then included; of one story where one is named.';

-- What a line is called comes from the list of lines, so that a story's or a metric's are found before any figure is looked for.
create view recount.figure_latest as
select f.figure_id, l.dossier, l.metric, l.claimant, f.scope, f.as_of, f.min, f.max, f.qualifier, f.low,
  f.high, f.period, f.speaker, l.series, l.line, p.outlet, p.canonical_url as url, f.quote, f.recorded_at
from recount.line l
cross join lateral (
  select * from recount.figure f
  where f.dossier = l.dossier and f.line = l.line and f.trusted and f.retired_at is null
  order by f.rank_day desc, f.spread, f.told_at desc, f.reading collate "C" desc
  limit 1
) f
join recount.report p on p.report_id = f.report_id;
comment on view recount.figure_latest is 'What reports say last on each line: the newest total, state or plan that a claimant tells. What the baseline article says is not among it.';

create function recount.figure_latest_as_of(t timestamptz, story text default null) returns setof recount.figure_latest
language sql stable security definer set search_path = pg_catalog as $$
select f.figure_id, l.dossier, l.metric, l.claimant, f.scope, f.as_of, f.min, f.max, f.qualifier, f.low,
  f.high, f.period, f.speaker, l.series, l.line, p.outlet, p.canonical_url as url, f.quote, f.recorded_at
from recount.line l
cross join lateral (
  select * from recount.figure f
  where f.dossier = l.dossier and f.line = l.line and f.trusted and f.recorded_at <= t and (f.retired_at is null or f.retired_at > t)
    -- No trusted claim is of a day that has not come, nor told on one: the search begins near the instant.
    and f.rank_day <= case when isfinite(t) then (t at time zone 'UTC')::date + 2 else 'infinity' end
  order by f.rank_day desc, f.spread, f.told_at desc, f.reading collate "C" desc
  limit 1
) f
join recount.report p on p.report_id = f.report_id
where story is null or l.dossier = story
$$;
comment on function recount.figure_latest_as_of is 'What stood on each line at an instant; of one story where one is named.';

create view recount.status_history as
select s.status_claim_id, s.dossier, s.subject, s.state, s.until, s.as_of, s.speaker, s.speaker_side, p.outlet,
  p.canonical_url as url, s.quote, s.confidence, s.trusted, s.doubt, s.recorded_at, s.retired_at, s.report_id
from recount.status_claim s
join recount.report p on p.report_id = s.report_id;
comment on view recount.status_history is 'Every claim about the state of a subject, with its report.';

create view recount.report_figures as
select p.report_id, p.dossier, p.outlet, p.canonical_url as url, p.title, p.published_at, p.state,
  count(f.figure_id) filter (where f.retired_at is null) as figures,
  count(f.figure_id) filter (where f.retired_at is null and f.trusted) as trusted_figures,
  count(f.figure_id) filter (where f.retired_at is not null) as retired_figures, p.forgotten_at, p.forgotten_why
from recount.report p
left join recount.figure f on f.report_id = p.report_id
group by p.report_id;
comment on view recount.report_figures is 'Each report and how many figures were read in it.';
