select * from recount.event_ledger_as_of(current_setting('recount.as_of')::timestamptz)
