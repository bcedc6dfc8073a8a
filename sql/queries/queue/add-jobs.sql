-- Adds jobs of one task, in the order of their payloads.
-- $1 task text; $2 payloads json[]; $3 queue text (null: none); $4 key text (null: none); $5 run_at timestamptz (null: now)
select graphile_worker.add_job($1, payload := payload, queue_name := $3, job_key := $4, run_at := $5)
from unnest($2::json[]) with ordinality as added (payload, place)
order by place
