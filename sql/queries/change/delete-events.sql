-- Takes the events of some metrics in a span of days out of the ledger, to be written anew.
-- $1 dossier text; $2 metrics text[]; $3 from date; $4 to date
delete from recount.event where dossier = $1 and metric = any ($2::text[]) and day between $3::date and $4::date
