select * from recount.change_log_as_of(current_setting('recount.as_of')::timestamptz)
