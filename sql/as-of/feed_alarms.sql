select * from recount.feed_alarms
where raised_at <= current_setting('recount.as_of')::timestamptz
  and (ended_at is null or ended_at > current_setting('recount.as_of')::timestamptz)
