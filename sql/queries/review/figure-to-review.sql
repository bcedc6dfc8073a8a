-- One figure of a dossier as it was read, with its report and its text.
-- $1 figure_id bigint; $2 dossier text
select f.figure_id, f.thing, f."group", f.act, f.from_side, f.to_side, f.reach, f.min, f.max, f.qualifier, f.scope, f.period,
  f.basis_known, f.basis_start::text, f.basis_end::text, f.basis_frame, f.as_of::text, f.speaker, f.speaker_side, f.quote,
  f.quote_start, f.quote_end, f.cues, f.trace, f.confidence, f.part, f.metric, f.report_id, f.trusted, f.doubt,
  f.retired_at, f.retired_reason, r.text, r.language, r.title, p.outlet, p.canonical_url as url, p.published_at
from recount.figure f
join recount.revision r on r.revision_id = f.revision_id
join recount.report p on p.report_id = f.report_id
where f.figure_id = $1 and f.dossier = $2
