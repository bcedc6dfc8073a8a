-- How long a host is not free yet; while a request runs nobody knows.
-- $1 host  →  wait_ms double precision, null while a request runs
select case when holder is null or held_until < clock_timestamp()
  then 1000 * extract(epoch from free_at - clock_timestamp())::double precision end as wait_ms
from recount.host where host = $1
