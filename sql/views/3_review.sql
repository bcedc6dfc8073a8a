-- What waits for a person, and what people decided.
create view recount.review_queue as
with asking as (
  select f.figure_id, null::bigint as status_claim_id, 'doubt' as asks, f.doubt as why, null::bigint as change_id, f.recorded_at as since
  from recount.figure f
  where f.retired_at is null and not f.trusted
  union all
  -- A figure that was replaced since asks no more; one that its outlet took back still does.
  select f.figure_id, null, c.kind, c.reason, c.change_id, c.noticed_at
  from recount.change c
  join recount.figure f on f.figure_id = c.figure_id
  where c.needs_review and (f.retired_at is null or c.kind = 'withdrawn')
    and not (c.kind = 'disputed' and exists (
      select from recount.change s where s.kind = 'settled' and s.dossier = c.dossier and s.series = c.series and s.change_id > c.change_id))
  union all
  -- A meeting that was held changes no state, told surely or not.
  select null, s.status_claim_id, 'doubt', s.doubt, null, s.recorded_at
  from recount.status_claim s
  where s.retired_at is null and not s.trusted and s.state <> 'held'
  union all
  -- A state that its outlet took back.
  select null, c.status_claim_id, 'withdrawn', c.reason, c.change_id, c.noticed_at
  from recount.change c
  where c.needs_review and c.status_claim_id is not null
), waiting as (
  select a.figure_id, a.status_claim_id, string_agg(distinct a.asks, ', ' order by a.asks) as asks,
    (array_agg(a.why order by a.change_id desc nulls last))[1] as why, min(a.since) as since
  from asking a
  where not exists (select from recount.decision d where d.figure_id = a.figure_id)
    and not exists (select from recount.decision d where d.status_claim_id = a.status_claim_id)
  group by a.figure_id, a.status_claim_id
)
select coalesce(f.dossier, s.dossier) as dossier, coalesce(f.figure_id::text, 's' || s.status_claim_id) as number, w.asks, w.why, w.since,
  f.metric, s.subject, coalesce(f.claimant, s.speaker_side, 'unattributed') as claimant, f.scope, coalesce(f.as_of, s.as_of) as as_of,
  f.min, f.max, f.qualifier, s.state, s.until, coalesce(f.confidence, s.confidence) as confidence, coalesce(f.quote, s.quote) as quote,
  p.outlet, p.canonical_url as url, p.report_id, f.figure_id, s.status_claim_id
from waiting w
left join recount.figure f on f.figure_id = w.figure_id
left join recount.status_claim s on s.status_claim_id = w.status_claim_id
join recount.report p on p.report_id = coalesce(f.report_id, s.report_id)
where f.decision_id is null and s.decision_id is null;
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
