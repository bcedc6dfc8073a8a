-- The baseline's figures carried on by the exchanges since.
-- $1 dossier; $2 instant timestamptz or null for now
select metric, events, low, high, centre, difference, newest_event
from recount.running_total_as_of(coalesce($2::timestamptz, 'infinity'), $1)
