-- What stands on each line, the figures of one extraction left out, and of those that are not compared yet: their turn comes.
-- $1 lines text[]; $2 extraction_id bigint; $3 dossier text  →  the columns of a claim
select s.* from unnest($1::text[]) as asked (line)
cross join lateral (
  select f.figure_id, f.report_id, f.slot, f.reading, f.metric, f.series, f.line, f.claimant, f.scope, f.as_of::text, f.rank_day::text, f.min, f.max, f.qualifier,
  case when f.scope = 'event' then coalesce(f.basis_start, f.as_of) else f.as_of end::text as first_day, f.period is not null as day_stated, f.part,
  v.voice, f.told_at as reported_at
  from recount.figure f
join recount.revision_voice v on v.revision_id = f.revision_id
  where f.dossier = $3 and f.line = asked.line and f.retired_at is null and f.trusted and f.extraction_id <> $2
    and exists (select from recount.comparison c where c.extraction_id = f.extraction_id)
  order by f.rank_day desc, f.spread, f.told_at desc, f.reading collate "C" desc
  limit 1
) s
