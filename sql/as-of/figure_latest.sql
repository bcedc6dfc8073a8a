select * from recount.figure_latest_as_of(current_setting('recount.as_of')::timestamptz)
