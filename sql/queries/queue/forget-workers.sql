-- Workers that are gone.
-- $1 worker_ids text[]
delete from recount.worker where worker_id = any ($1)
