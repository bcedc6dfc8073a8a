-- A report by its number or its address.
-- $1 number text or address text  →  report_id bigint, outlet text, url text, title text, forgotten_at timestamptz, figures bigint
select p.report_id, p.outlet, p.canonical_url as url, p.title, p.forgotten_at,
  (select count(*) from recount.figure f where f.report_id = p.report_id) as figures
from recount.report p
where p.report_id::text = $1 or p.canonical_url = $1
order by p.report_id limit 1
