-- Retires the events of some metrics in spans of days that are not among the found ones; equals are matched one by one.
-- $1 found jsonb; $2 dossier text; $3 metrics text[]; $4 first days date[]; $5 last days date[]; $6 now timestamptz
with found as (
  select to_jsonb(f) as told, row_number() over (partition by to_jsonb(f)) as copy
  from jsonb_to_recordset($1) as f (metric text, day date, last_day date, low numeric, high numeric, centre numeric,
    printed text, voices integer, reports integer, claims jsonb, figure_ids bigint[], disputed boolean,
    vague boolean, first_report_at timestamptz, last_report_at timestamptz)
), standing as (
  select event_id, told, row_number() over (partition by told order by event_id) as copy
  from recount.event e
  cross join lateral (select to_jsonb(c) as told from (select e.metric, e.day, e.last_day, e.low, e.high, e.centre,
    e.printed, e.voices, e.reports, e.claims, e.figure_ids, e.disputed, e.vague, e.first_report_at,
    e.last_report_at) c) as event
  where dossier = $2 and metric = any ($3::text[]) and retired_at is null
    and day >= (select min(first) from unnest($4::date[]) as first) and day <= (select max(last) from unnest($5::date[]) as last)
    and exists (select from unnest($4::date[], $5::date[]) as span (first, last) where day between first and last)
)
update recount.event e set retired_at = greatest($6, e.recorded_at)
from standing s
where e.event_id = s.event_id and not exists (select from found f where f.told = s.told and f.copy = s.copy)
