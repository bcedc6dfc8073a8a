select * from recount.figures_as_of(current_setting('recount.as_of')::timestamptz)
