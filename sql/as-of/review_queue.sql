select * from recount.review_queue_as_of(current_setting('recount.as_of')::timestamptz)
