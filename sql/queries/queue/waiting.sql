-- Jobs that could run now or are running.
select count(*) as jobs from graphile_worker.jobs where run_at <= now() and attempts < max_attempts
