-- A report by its number or its address; the one that it joined, which has its text.
-- $1 number text or address text  →  report_id bigint, outlet text, url text, title text, forgotten_at timestamptz, figures bigint
select p.report_id, p.outlet, p.canonical_url as url, p.title, p.forgotten_at,
  (select count(*) from recount.figure f where f.report_id = p.report_id) as figures
from recount.report p
where p.report_id = (
  select coalesce(a.joined_report_id, a.report_id) from recount.report a
  where a.report_id::text = $1 or a.canonical_url = $1 order by a.report_id limit 1
)
