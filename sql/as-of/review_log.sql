select * from recount.review_log where decided_at <= current_setting('recount.as_of')::timestamptz
