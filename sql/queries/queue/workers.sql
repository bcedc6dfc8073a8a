-- Every worker that has not said goodbye, and every holder of a locked job.
select worker_id, host, pid, beat_at from recount.worker
union all
select distinct locked_by, null, null::integer, min(locked_at) from graphile_worker.jobs j
where locked_by is not null and not exists (select from recount.worker w where w.worker_id = j.locked_by)
group by locked_by
