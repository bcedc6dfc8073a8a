-- Holds a story's wordings for this transaction: of two copies read at once, the second finds the first.
-- $1 dossier
select pg_advisory_xact_lock(hashtextextended($1 || ' wordings', 0))
