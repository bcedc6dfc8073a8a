-- Events of the ledger that do not stand in it already; equals are matched one by one.
-- $1 found jsonb; $2 dossier text; $3 now timestamptz
with found as (
  select f.*, to_jsonb(f) as told, row_number() over (partition by to_jsonb(f)) as copy
  from jsonb_to_recordset($1) as f (metric text, day date, last_day date, low numeric, high numeric, centre numeric,
    printed text, voices integer, reports integer, claims jsonb, figure_ids bigint[], disputed boolean,
    vague boolean, first_report_at timestamptz, last_report_at timestamptz)
), standing as (
  select told, row_number() over (partition by told) as copy
  from recount.event e
  cross join lateral (select to_jsonb(c) as told from (select e.metric, e.day, e.last_day, e.low, e.high, e.centre,
    e.printed, e.voices, e.reports, e.claims, e.figure_ids, e.disputed, e.vague, e.first_report_at,
    e.last_report_at) c) as event
  where dossier = $2 and retired_at is null and metric in (select metric from found) and day in (select day from found)
)
insert into recount.event (dossier, metric, day, last_day, low, high, centre, printed, voices, reports, claims, figure_ids,
  disputed, vague, first_report_at, last_report_at, recorded_at)
select $2, metric, day, last_day, low, high, centre, printed, voices, reports, claims, figure_ids, disputed, vague,
  first_report_at, last_report_at, $3
from found f
where not exists (select from standing s where s.told = f.told and s.copy = f.copy)
