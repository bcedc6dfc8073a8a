-- What was read in a report's texts, first revision first, in the order of the text; and what an edit or a person made of it.
-- $1 report_id
select f.figure_id, v.number, f.metric, f.thing, f.scope, f.as_of::text, f.claimant, f.min, f.max, f.qualifier, f.quote, f.trusted,
  f.decision_id is not null and not f.trusted as rejected, f.recorded_at, f.retired_at, edit.became
from recount.figure f
join recount.revision v using (revision_id)
left join (
  select compared_figure_id, min(kind) as became from recount.change
  where report_id = $1 and kind in ('corrected', 'withdrawn') group by compared_figure_id
) edit on edit.compared_figure_id = f.figure_id
where f.report_id = $1 order by v.number, f.quote_start, f.figure_id
