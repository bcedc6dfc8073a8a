select * from recount.figure_history_as_of(current_setting('recount.as_of')::timestamptz)
