-- A worker says that it lives.
-- $1 worker_id; $2 host; $3 pid; $4 now timestamptz
insert into recount.worker (worker_id, host, pid, started_at, beat_at) values ($1, $2, $3, $4, $4)
on conflict (worker_id) do update set beat_at = excluded.beat_at
