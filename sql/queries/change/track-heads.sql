-- What was news last on each track, and the values that it has gone through since. What is recalled or confirmed moves nothing.
-- $1 dossier text; $2 tracks text[]  →  track text, change_id bigint, kind text, noticed_at timestamptz, as_of date (null: the baseline's), value jsonb (what it told), path text[]
select h.track, h.change_id, h.kind, h.noticed_at, told.as_of::text, h.new_value as value,
  array_remove(array[coalesce(h.previous_value->>'printed', h.previous_value #>> '{}'),
    coalesce(h.new_value->>'printed', h.new_value #>> '{}', case h.kind when 'withdrawn' then 'nothing' end)] || array(
      select coalesce(p.new_value->>'printed', p.new_value #>> '{}', case p.kind when 'withdrawn' then 'nothing' end) from recount.change p where p.part_of = h.change_id), null) as path
from unnest($2::text[]) as asked (track)
cross join lateral (
  select c.* from recount.change c
  where c.dossier = $1 and c.track = asked.track and c.quiet is null and c.kind not in ('recalled', 'confirmed')
  order by c.change_id desc limit 1
) h
cross join lateral (
  select greatest(
    (select max(f.rank_day) from recount.figure f where f.figure_id in (h.figure_id, h.compared_figure_id)),
    (select s.as_of from recount.status_claim s where s.status_claim_id = h.status_claim_id)) as as_of
) told
