-- What was exchanged after a day, summed by metric, spans of days left out.
-- $1 dossier text; $2 metrics text[]; $3 after date; $4 first days left out date[]; $5 last days left out date[]
-- →  metric text, low numeric, high numeric (null: open), centre numeric (null: none), events bigint
select metric, sum(low) as low, case when bool_and(high is not null) then sum(high) end as high,
  case when bool_and(centre is not null) then sum(centre) end as centre, count(*) as events
from recount.event
where dossier = $1 and retired_at is null and metric = any ($2::text[]) and day > $3::date
  and not exists (select from unnest($4::date[], $5::date[]) as span (first, last) where day between first and last)
group by metric
