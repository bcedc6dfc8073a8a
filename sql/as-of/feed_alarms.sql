select * from recount.feed_alarms_as_of(current_setting('recount.as_of')::timestamptz)
