-- Holds an address for this transaction, so that of two reports that declare it one takes it and the other joins.
-- $1 dossier; $2 canonical_url
select pg_advisory_xact_lock(hashtextextended($1 || ' ' || $2, 0))
