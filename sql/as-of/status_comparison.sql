select * from recount.status_comparison_as_of(current_setting('recount.as_of')::timestamptz)
