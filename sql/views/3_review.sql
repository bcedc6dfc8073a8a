-- What waits for a person, and what people decided.
create function recount.stands_at(f recount.figure, t timestamptz) returns boolean language sql immutable as $$
  select f.trusted and f.recorded_at <= t and (f.retired_at is null or f.retired_at > t)
$$;
comment on function recount.stands_at is 'Whether a figure could move something at an instant.';

create function recount.same_amount(a recount.figure, b recount.figure) returns boolean language sql immutable as $$
  select a.min = b.min and a.max is not distinct from b.max and a.qualifier = b.qualifier
$$;
comment on function recount.same_amount is 'Whether two figures give the same amount in the same words.';

create function recount.differ(low numeric, high numeric, other_low numeric, other_high numeric) returns boolean
language sql immutable as $$
  select case when high is null and other_high is null then low <> other_low
    else low > coalesce(other_high, 'infinity') or other_low > coalesce(high, 'infinity') end
$$;
comment on function recount.differ is 'Whether two amounts cannot both be right; of two that are open above only equal floors agree.';

-- A change asks about a matter: a fall, two counts of one day on a line, of two sides, or of one exchange; or what one report was
-- edited to say, or dropped. The matter waits while it stands, and the figure that stands for it by then is shown: any edit of a
-- report writes all of its figures anew.
create function recount.asking_figures(t timestamptz, story text)
returns table (figure_id bigint, asks text, why text, change_id bigint, since timestamptz) language sql stable as $$
with asked as materialized (
  select c.change_id, c.dossier, c.kind, c.reason, c.noticed_at, c.track, c.compared_figure_id, f as was,
    case when c.kind = 'withdrawn' then 'dropped' when c.track like 'sides|%' then 'sides' when c.track like 'exchange|%' then 'exchange'
      when c.kind = 'disputed' then 'day' when c.kind in ('lowered', 'reread') then 'fall' else 'edit' end as matter
  from recount.change c
  -- What the baseline article says is no figure: a dispute with it is about the other count.
  join recount.figure f on f.figure_id = coalesce(c.figure_id, c.compared_figure_id)
  where c.needs_review and c.noticed_at <= t and (story is null or c.dossier = story)
), lasting as materialized (
  select a.* from asked a
  -- A later total, state or plan of the same claimant takes its place.
  left join lateral (
    select true as found from recount.figure f
    where f.dossier = a.dossier and f.line = (a.was).line and f.rank_day > (a.was).rank_day and recount.stands_at(f, t)
      and (a.was).series not like '%|event|%' and (a.matter = 'dropped' or not recount.same_amount(f, a.was))
    limit 1
  ) newer on true
  where newer.found is null
), found as materialized (
  select l.*, coalesce(own.figure_id, other.figure_id) as figure_id
  from lasting l
  left join lateral (
    select f.figure_id from recount.figure f
    where f.report_id = (l.was).report_id and f.line = (l.was).line and recount.stands_at(f, t)
      and case when l.matter = 'dropped' then f.slot = (l.was).slot else recount.same_amount(f, l.was) end
    order by f.figure_id <> (l.was).figure_id, f.slot <> (l.was).slot, f.figure_id limit 1
  ) own on true
  left join lateral (
    select f.figure_id from recount.figure f
    where own.figure_id is null and l.matter not in ('edit', 'dropped')
      and f.dossier = l.dossier and f.line = (l.was).line and f.rank_day >= (l.was).rank_day
      and recount.stands_at(f, t) and recount.same_amount(f, l.was)
    order by f.rank_day desc, f.spread, f.told_at desc, f.reading collate "C" desc limit 1
  ) other on true
), standing as materialized (
  select f.change_id, f.dossier, f.matter, f.track, f.compared_figure_id, n.figure_id, n.metric, n.line, n.as_of, n.rank_day, n.low, n.high
  from found f
  join recount.figure n on n.figure_id = f.figure_id
  where f.matter <> 'dropped'
), stated as materialized (
  select b.dossier, b.series || '|' || b.claimant as line, b.low, b.high, b.published from recount.baseline_lines_as_of(t, story) b
), held as (
  select s.change_id, s.figure_id, s.change_id::text as one from standing s where s.matter in ('fall', 'edit')
  union all
  select f.change_id, (f.was).figure_id, f.change_id::text from found f where f.matter = 'dropped' and f.figure_id is null
  union all
  select s.change_id, s.figure_id, s.change_id::text
  from standing s
  left join lateral (
    select true as found from recount.figure f
    where f.dossier = s.dossier and f.line = s.line and f.rank_day = s.rank_day and recount.stands_at(f, t)
      and recount.differ(f.low, f.high, s.low, s.high)
    limit 1
  ) rival on true
  where s.matter = 'day' and (rival.found or s.compared_figure_id is null)
  union all
  -- The track names two lines: the figure's own, and that of the one who says otherwise.
  select s.change_id, s.figure_id, s.track
  from standing s
  cross join lateral (
    select substr(s.track, length('sides|') + 1) as lines, s.line as own
  ) pair
  cross join lateral (
    select case when left(pair.lines, length(pair.own) + 1) = pair.own || ' ' then substr(pair.lines, length(pair.own) + 2)
      else left(pair.lines, -length(pair.own) - 1) end as line
  ) other
  cross join lateral (
    select told.low, told.high from (
      (
        select f.low, f.high, f.rank_day, f.spread from recount.figure f
        where f.dossier = s.dossier and f.line = other.line and recount.stands_at(f, t)
        order by f.rank_day desc, f.spread, f.told_at desc, f.reading collate "C" desc limit 1
      )
      union all
      select b.low, b.high, b.published, b.high - b.low from stated b where b.dossier = s.dossier and b.line = other.line
    ) told
    order by told.rank_day desc, told.spread limit 1
  ) rival
  where s.matter = 'sides' and (s.low > coalesce(rival.high, 'infinity') or rival.low > coalesce(s.high, 'infinity'))
  union all
  select s.change_id, s.figure_id, e.event_id::text
  from standing s
  -- As recount.events_at has it, but of one metric around one day.
  cross join lateral (
    select e.event_id, e.figure_ids from recount.event e
    where e.dossier = s.dossier and e.metric = s.metric and e.day between s.as_of - 60 and s.as_of + 60 and e.disputed
      and (e.retired_at is null or e.retired_at - e.recorded_at > interval '30 days')
      and e.recorded_at <= t and (e.retired_at is null or e.retired_at > t)
    union all
    select e.event_id, e.figure_ids from recount.event e
    where e.dossier = s.dossier and e.metric = s.metric and e.day between s.as_of - 60 and s.as_of + 60 and e.disputed
      and e.retired_at - e.recorded_at <= interval '30 days'
      and e.recorded_at <= t and e.recorded_at >= t - interval '30 days' and e.retired_at > t
  ) e
  where s.matter = 'exchange' and s.figure_id = any (e.figure_ids)
), newest as (
  -- Of what was told in turn about one dispute, the last.
  select distinct on (a.matter, h.one) a.*, h.figure_id
  from held h
  join asked a using (change_id)
  order by a.matter, h.one, h.change_id desc
)
select n.figure_id, n.kind, n.reason, n.change_id, n.noticed_at
from newest n
-- What was decided since about the same count; that another report is read rightly says nothing of an edit.
where not exists (
  select from recount.decision d
  join recount.figure f on f.figure_id = d.figure_id
  where d.dossier = n.dossier and d.decided_at >= n.noticed_at and d.decided_at <= t
    and f.line = (n.was).line and recount.same_amount(f, n.was)
    and (f.report_id = (n.was).report_id or (d.verdict = 'accept' and n.matter not in ('edit', 'dropped')))
)
$$;
comment on function recount.asking_figures is 'Figures about which changes ask at an instant; of one story where one is named.';

create function recount.review_queue_as_of(t timestamptz, story text default null)
returns table (dossier text, number text, asks text, why text, since timestamptz, metric text, subject text, claimant text, scope text,
  as_of date, min numeric, max numeric, qualifier text, state text, until date, confidence real, quote text, outlet text, url text,
  report_id bigint, figure_id bigint, status_claim_id bigint)
language sql stable security definer set search_path = pg_catalog as $$
with asking as (
  select f.figure_id, null::bigint as status_claim_id, 'doubt' as asks, f.doubt as why, null::bigint as change_id, f.recorded_at as since
  from recount.figure f
  where not f.trusted and f.decision_id is null and f.recorded_at <= t and (f.retired_at is null or f.retired_at > t)
    and (story is null or f.dossier = story)
    and not exists (select from recount.decision d where d.figure_id = f.figure_id and d.decided_at <= t)
  union all
  select a.figure_id, null, a.asks, a.why, a.change_id, a.since from recount.asking_figures(t, story) a
  union all
  -- A meeting that was held changes no state, told surely or not.
  select null, s.status_claim_id, 'doubt', s.doubt, null, s.recorded_at
  from recount.status_claim s
  where not s.trusted and s.state <> 'held' and s.decision_id is null and s.recorded_at <= t and (s.retired_at is null or s.retired_at > t)
    and (story is null or s.dossier = story)
    and not exists (select from recount.decision d where d.status_claim_id = s.status_claim_id and d.decided_at <= t)
  union all
  -- A state that its outlet took back, and neither gave again nor anybody told of since.
  select null, s.status_claim_id, 'withdrawn', c.reason, c.change_id, c.noticed_at
  from recount.change c
  join recount.status_claim s on s.status_claim_id = c.status_claim_id
  left join lateral (
    select true as found from recount.status_claim n
    where n.dossier = s.dossier and n.subject = s.subject and n.as_of >= s.as_of and n.trusted and n.state <> 'held'
      and ((n.as_of, n.told_at) > (s.as_of, s.told_at) or (n.report_id = s.report_id and n.state = s.state))
      and n.recorded_at <= t and (n.retired_at is null or n.retired_at > t)
    limit 1
  ) newer on true
  where c.needs_review and c.noticed_at <= t and (story is null or c.dossier = story) and newer.found is null
    and not exists (
      select from recount.decision d
      where d.status_claim_id = s.status_claim_id and d.decided_at >= c.noticed_at and d.decided_at <= t)
), waiting as (
  select a.figure_id, a.status_claim_id, string_agg(distinct a.asks, ', ' order by a.asks) as asks,
    (array_agg(a.why order by a.change_id desc nulls last))[1] as why, min(a.since) as since
  from asking a
  group by a.figure_id, a.status_claim_id
)
select coalesce(f.dossier, s.dossier), coalesce(f.figure_id::text, 's' || s.status_claim_id), w.asks, w.why, w.since,
  f.metric, s.subject, coalesce(f.claimant, s.speaker_side, 'unattributed'), f.scope, coalesce(f.as_of, s.as_of),
  f.min, f.max, f.qualifier, s.state, s.until, coalesce(f.confidence, s.confidence), coalesce(f.quote, s.quote),
  p.outlet, p.canonical_url, p.report_id, f.figure_id, s.status_claim_id
from waiting w
left join recount.figure f on f.figure_id = w.figure_id
left join recount.status_claim s on s.status_claim_id = w.status_claim_id
join recount.report p on p.report_id = coalesce(f.report_id, s.report_id)
$$;
comment on function recount.review_queue_as_of is 'What waited for a person at an instant; of one story where one is named.';

create view recount.review_queue as
select * from recount.review_queue_as_of('infinity');
comment on view recount.review_queue is
  'Figures and states that wait for a person: read with doubt, fallen, disputed, edited or withdrawn; oldest first when ordered by since.';

create view recount.review_log as
select d.decision_id, d.dossier, d.decided_at, d.decided_by, d.verdict, d.why, coalesce(d.figure_id::text, 's' || d.status_claim_id) as number,
  f.metric, s.subject, d.read_as, d.decided_as, d.quote, p.outlet, p.canonical_url as url, d.figure_id, d.status_claim_id, d.report_id
from recount.decision d
left join recount.figure f on f.figure_id = d.figure_id
left join recount.status_claim s on s.status_claim_id = d.status_claim_id
join recount.report p on p.report_id = d.report_id;
comment on view recount.review_log is 'Every decision of a person about a reading, with what was read and what is right.';

create function recount.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'decisions are only added to: decide again instead' using errcode = 'restrict_violation';
end $$;
create trigger decision_only_grows before update or delete on recount.decision
  for each row execute function recount.refuse_rewriting();
