-- Days near the given ones on which the metrics have events, of what was compared and of one extraction.
-- $1 dossier text; $2 metrics text[]; $3 from date; $4 to date; $5 extraction_id bigint  →  day text
select distinct as_of::text as day from recount.figure f
where dossier = $1 and metric = any ($2::text[]) and as_of between $3::date and $4::date
  and scope = 'event' and retired_at is null and trusted
  and (f.extraction_id = $5 or exists (select from recount.comparison c where c.extraction_id = f.extraction_id))
order by day
