-- Texts of other reports that share most hashes of wording, published within a month of the given time. Each hash is looked
-- up among its newest forty alone: what more texts have in common is no text's own wording.
-- $1 dossier; $2 report_id; $3 hashes integer[]; $4 at; $5 fewest shared; $6 limit  →  report_id bigint (the first of its copies), text, at
select coalesce(v.copied_report_id, v.report_id) as report_id, v.text, found.at
from (
  select w.revision_id, w.at, count(*) as shared
  from unnest($3::integer[]) as asked (hash)
  cross join lateral (
    select revision_id, at from recount.wording
    where hash = asked.hash and at between $4::timestamptz - interval '30 days' and $4::timestamptz + interval '30 days'
    order by at desc limit 40
  ) w
  group by w.revision_id, w.at
  having count(*) >= $5
  order by shared desc, w.revision_id
  limit $6
) found
join recount.revision v using (revision_id)
join recount.report r on r.report_id = v.report_id
where r.dossier = $1 and v.report_id <> $2 and v.copied_report_id is distinct from $2
order by found.shared desc, v.revision_id
