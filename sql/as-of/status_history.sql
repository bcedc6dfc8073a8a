select * from recount.status_history
where recorded_at <= current_setting('recount.as_of')::timestamptz
  and (retired_at is null or retired_at > current_setting('recount.as_of')::timestamptz)
