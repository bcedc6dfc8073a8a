-- Raises an alarm, or words one that is in force anew.
-- $1 feed_id; $2 kind; $3 since; $4 now; $5 message; $6 remedy
insert into recount.feed_alarm (feed_id, kind, since, raised_at, message, remedy) values ($1, $2, $3, $4, $5, $6)
on conflict (feed_id, kind) where ended_at is null do update set message = excluded.message, remedy = excluded.remedy
