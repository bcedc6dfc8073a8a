-- Waits for every transaction that writes texts, and holds off new ones until this one ends.
select pg_advisory_xact_lock(hashtextextended('recount forgetting', 0))
