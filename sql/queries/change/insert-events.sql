-- Events of the ledger.
-- $1 rows jsonb; $2 dossier text
insert into recount.event (dossier, metric, day, last_day, low, high, centre, printed, voices, reports, claims, figure_ids,
  disputed)
select $2, metric, day, last_day, low, high, centre, printed, voices, reports, claims, figure_ids, disputed
from jsonb_to_recordset($1) as found (metric text, day date, last_day date, low numeric, high numeric, centre numeric,
  printed text, voices integer, reports integer, claims jsonb, figure_ids bigint[], disputed boolean)
