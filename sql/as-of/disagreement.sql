select * from recount.disagreement_as_of(current_setting('recount.as_of')::timestamptz)
