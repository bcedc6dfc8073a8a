select * from recount.change_log where noticed_at <= current_setting('recount.as_of')::timestamptz
