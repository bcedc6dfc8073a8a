-- Jobs of some tasks that could run now or are running.
-- $1 tasks text[]  →  jobs bigint
select count(*) as jobs from graphile_worker.jobs
where task_identifier = any ($1::text[]) and run_at <= now() and attempts < max_attempts
