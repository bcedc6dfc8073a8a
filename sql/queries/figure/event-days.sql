-- Days near the given ones on which the metrics have events.
-- $1 dossier text; $2 metrics text[]; $3 from date; $4 to date  →  day text
select distinct as_of::text as day from recount.figure
where dossier = $1 and metric = any ($2::text[]) and as_of between $3::date and $4::date
  and scope = 'event' and retired_at is null and trusted
order by day
