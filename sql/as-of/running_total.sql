select * from recount.running_total_as_of(current_setting('recount.as_of')::timestamptz)
