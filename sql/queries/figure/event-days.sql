-- Days and spans of days that meet the given ones, on which the metrics have events, of what was compared and of one extraction.
-- $1 dossier text; $2 metrics text[]; $3 from date; $4 to date; $5 extraction_id bigint  →  first_day text, day text
select distinct first_day::text, as_of::text as day
from (
  select extraction_id, as_of as first_day, as_of from recount.figure
  where dossier = $1 and metric = any ($2::text[]) and as_of between $3::date and $4::date
    and scope = 'event' and basis_start is null and retired_at is null and trusted
  union all
  select extraction_id, basis_start, as_of from recount.figure
  where dossier = $1 and metric = any ($2::text[]) and as_of >= $3::date and basis_start <= $4::date
    and scope = 'event' and basis_start is not null and retired_at is null and trusted
) f
where f.extraction_id = $5 or exists (select from recount.comparison c where c.extraction_id = f.extraction_id)
order by first_day, day
