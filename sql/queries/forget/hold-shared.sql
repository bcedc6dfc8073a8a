-- Holds off forgetting until this transaction ends; others may write texts meanwhile.
select pg_advisory_xact_lock_shared(hashtextextended('recount forgetting', 0))
