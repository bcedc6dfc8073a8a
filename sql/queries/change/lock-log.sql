-- One writer of log positions at a time, until the transaction ends.
select pg_advisory_xact_lock(hashtext('recount.change_log_position'))
