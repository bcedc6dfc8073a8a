-- What waits for a person, and what people decided.
create view recount.review_queue as
with asking as (
  select f.figure_id, 'doubt' as asks, f.doubt as why, null::bigint as change_id, f.recorded_at as since
  from recount.figure f
  where f.retired_at is null and not f.trusted
  union all
  -- A figure that was replaced since asks no more; one that its outlet took back still does.
  select f.figure_id, c.kind, c.reason, c.change_id, c.noticed_at
  from recount.change c
  join recount.figure f on f.figure_id = c.figure_id
  where c.needs_review and (f.retired_at is null or c.kind = 'withdrawn')
    and not (c.kind = 'disputed' and exists (
      select from recount.change s where s.kind = 'settled' and s.dossier = c.dossier and s.series = c.series and s.change_id > c.change_id))
)
select f.dossier, f.figure_id, string_agg(distinct a.asks, ', ' order by a.asks) as asks,
  (array_agg(a.why order by a.change_id desc nulls last))[1] as why, min(a.since) as since, f.metric, f.claimant, f.scope,
  f.as_of, f.min, f.max, f.qualifier, f.confidence, f.quote, p.outlet, p.canonical_url as url, f.report_id
from asking a
join recount.figure f on f.figure_id = a.figure_id
join recount.report p on p.report_id = f.report_id
where f.decision_id is null and not exists (select from recount.decision d where d.figure_id = f.figure_id)
group by f.figure_id, p.report_id;
comment on view recount.review_queue is 'Figures that wait for a person: read with doubt, fallen, disputed, edited or withdrawn; oldest first when ordered by since.';

create view recount.review_log as
select d.decision_id, d.dossier, d.decided_at, d.decided_by, d.verdict, d.why, f.metric, d.read_as, d.decided_as, d.quote,
  p.outlet, p.canonical_url as url, d.figure_id, d.report_id
from recount.decision d
join recount.figure f on f.figure_id = d.figure_id
join recount.report p on p.report_id = d.report_id;
comment on view recount.review_log is 'Every decision of a person about a reading, with what was read and what is right.';

create function recount.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'decisions are only added to: decide again instead' using errcode = 'restrict_violation';
end $$;
create trigger decision_only_grows before update or delete on recount.decision
  for each row execute function recount.refuse_rewriting();
