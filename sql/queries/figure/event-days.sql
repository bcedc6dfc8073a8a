-- Days and spans of days that meet the given ones, on which the metrics have events, of what was compared and of one extraction.
-- One figure of a day is enough, however many tell of it.
-- $1 dossier text; $2 metrics text[]; $3 from date; $4 to date; $5 extraction_id bigint  →  first_day text, day text
select day::text as first_day, day::text
from generate_series(0, $4::date - $3::date) as after
cross join lateral (select $3::date + after as day) d
where exists (
  select from unnest($2::text[]) as asked (metric)
  cross join lateral (
    select from recount.figure f
    where f.dossier = $1 and f.metric = asked.metric and f.as_of = d.day
      and scope = 'event' and basis_start is null and retired_at is null and trusted
      and (f.extraction_id = $5 or exists (select from recount.comparison c where c.extraction_id = f.extraction_id))
    limit 1
  ) told
)
union
select basis_start::text, as_of::text
from recount.figure f
where dossier = $1 and metric = any ($2::text[]) and as_of >= $3::date and basis_start <= $4::date
  and scope = 'event' and basis_start is not null and retired_at is null and trusted
  and (f.extraction_id = $5 or exists (select from recount.comparison c where c.extraction_id = f.extraction_id))
order by first_day, day
