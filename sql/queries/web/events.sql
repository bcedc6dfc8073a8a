-- The event ledger of a metric with the figures that each event rests on, oldest first.
-- $1 dossier; $2 metric
select e.event_id, e.day, e.last_day, e.printed, e.low, e.high, e.voices, e.reports, e.disputed, coalesce((
    select jsonb_agg(jsonb_build_object('figure_id', f.figure_id, 'metric', f.metric, 'min', f.min, 'max', f.max, 'qualifier', f.qualifier)
      order by f.figure_id)
    from recount.figure f where f.figure_id = any (e.figure_ids)
  ), '[]') as figures
from recount.event_ledger e where e.dossier = $1 and e.metric = $2 order by e.day, e.event_id
