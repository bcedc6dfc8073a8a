-- The event figures of some metrics in a span of days, of what was compared and of one extraction.
-- $1 dossier text; $2 metrics text[]; $3 from date; $4 to date; $5 extraction_id bigint  →  the columns of a claim, extraction_id bigint
select f.figure_id, f.report_id, f.slot, f.reading, f.metric, f.series, f.line, f.claimant, f.scope, f.as_of::text, f.rank_day::text, f.min, f.max, f.qualifier,
  case when f.scope = 'event' then coalesce(f.basis_start, f.as_of) else f.as_of end::text as first_day, f.period is not null as day_stated, f.part,
  v.voice, coalesce(p.published_at, p.seen_at) as reported_at, f.extraction_id
from recount.figure f
join recount.report p on p.report_id = f.report_id
join recount.revision_voice v on v.revision_id = f.revision_id
where f.dossier = $1 and f.metric = any ($2::text[]) and f.as_of between $3::date and $4::date
  and f.scope = 'event' and f.retired_at is null and f.trusted
  and (f.extraction_id = $5 or exists (select from recount.comparison c where c.extraction_id = f.extraction_id))
order by f.figure_id
