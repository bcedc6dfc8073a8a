-- The event ledger of a dossier, oldest first.
-- $1 dossier; $2 metric or null
select event_id, metric, day, last_day, low, high, voices, reports, disputed
from recount.event_ledger where dossier = $1 and ($2::text is null or metric = $2) order by metric, day, event_id
