-- The figures of one revision that stand, in the order of the text, as the extractor gave them; all that were ever read in
-- it where another revision has taken its place.
-- $1 revision_id bigint  →  the columns of a figure as read
select f.figure_id, f.thing, f."group", f.act, f.from_side, f.to_side, f.reach, f.min, f.max, f.qualifier, f.scope, f.period,
  f.basis_known, f.basis_start::text, f.basis_end::text, f.basis_frame, f.as_of::text, f.speaker, f.speaker_side, f.quote,
  f.quote_start, f.quote_end, f.cues, f.trace, f.confidence, f.part
from recount.figure f
join recount.revision r on r.revision_id = f.revision_id
where f.report_id = r.report_id and f.revision_id = $1 and (f.retired_at is null or r.retired_at is not null)
order by f.quote_start, f.quote_end, f.figure_id
