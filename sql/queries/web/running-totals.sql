-- The baseline's figures carried on by the exchanges since.
-- $1 dossier
select metric, events, low, high, centre, difference, newest_event from recount.running_total where dossier = $1
