-- A report by its number or address, with whose voice its text is; its text, voice and copies as they were at an instant.
-- $1 number or address; $2 instant timestamptz or null for now
select r.report_id, r.canonical_url, r.outlet, r.side, r.language, r.title, r.published_at, r.seen_at, r.state, r.read_at, r.next_read_at,
  r.gone_at, r.error_code, r.error_message, r.error_remedy, recount.revision_voice_at(n.revision_id, t) as voice,
  o.report_id as copied_report_id, o.outlet as copied_outlet, o.canonical_url as copied_url,
  (select count(distinct c.report_id)::int from recount.revision c
    where c.copied_report_id = r.report_id and c.recorded_at <= t and (c.retired_at is null or c.retired_at > t)) as copies
from recount.report r
cross join (select coalesce($2::timestamptz, 'infinity') as t) asked
left join recount.revision n on n.report_id = r.report_id and n.recorded_at <= t and (n.retired_at is null or n.retired_at > t)
left join recount.report o on o.report_id = n.copied_report_id
where r.report_id = (
  select coalesce(a.joined_report_id, a.report_id) from recount.report a
  where a.report_id::text = $1 or a.canonical_url = $1 order by a.report_id limit 1
)
