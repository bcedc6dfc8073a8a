-- Whose voice a text is. All near-copies of one text are one: the agency that the first of them credits, else the outlet
-- that had the text first.
create view recount.revision_voice as
select r.revision_id, r.report_id, r.copied_report_id, coalesce((
    select m.agency from recount.revision m
    where (m.report_id = coalesce(r.copied_report_id, r.report_id) or m.copied_report_id = coalesce(r.copied_report_id, r.report_id))
      and m.agency is not null and (m.retired_at is null or m.revision_id = r.revision_id)
    order by m.recorded_at, m.revision_id limit 1
  ), o.outlet) as voice
from recount.revision r
join recount.report o on o.report_id = coalesce(r.copied_report_id, r.report_id);
comment on view recount.revision_voice is 'Whose voice each text is: near-copies and one agency''s copy count once.';
