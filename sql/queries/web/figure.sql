-- One figure with the text it stands in.
-- $1 figure_id bigint; $2 dossier
select f.figure_id, f.metric, f.thing, f."group", f.act, f.from_side, f.to_side, f.min, f.max, f.qualifier, f.scope, f.period, f.claimant,
  f.as_of, f.speaker, f.speaker_side, f.quote, f.quote_start, f.quote_end, f.trace, f.confidence, f.doubt, f.recorded_at, f.retired_at,
  f.retired_reason, v.text, v.number as revision_number, v.recorded_at as read_at, r.report_id,
  r.published_at, r.outlet, r.canonical_url, r.title
from recount.figure f
join recount.revision v on v.revision_id = f.revision_id
join recount.report r on r.report_id = f.report_id
where f.figure_id = $1 and f.dossier = $2
