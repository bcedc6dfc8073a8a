-- Figures that extractions found; a reading that stands already is left as it is.
-- $1 rows jsonb; $2 dossier text; $3 now timestamptz; $4 time zone of the story's days text
with lines as (
  insert into recount.line (line, dossier, metric, series, claimant)
  select distinct line, $2::text, metric, series, claimant
  from jsonb_to_recordset($1) as found (line text, metric text, series text, claimant text, scope text, act text, trusted boolean)
  where trusted and line is not null and (scope <> 'event' or act <> 'returned')
  on conflict (dossier, line) do nothing
)
insert into recount.figure (extraction_id, dossier, report_id, revision_id, slot, reading, thing, "group", act, from_side,
  to_side, reach, min, max, qualifier, low, high, scope, period, basis_known, basis_start, basis_end, basis_frame, as_of,
  speaker, speaker_side, claimant, metric, series, line, quote, quote_start, quote_end, cues, trace, confidence, trusted,
  doubt, part, decision_id, recorded_at, told_at, rank_day)
select extraction_id, $2, report_id, revision_id, slot, reading, thing, "group", act, from_side, to_side, reach, min, max, qualifier, low, high, scope,
  period, basis_known, basis_start, basis_end, basis_frame, as_of, speaker, speaker_side, claimant, metric, series, line,
  quote, quote_start, quote_end, cues, trace, confidence, trusted, doubt, part,
  decision_id, $3, told.at, case when scope = 'planned' or act = 'offered' then (least(told.at, $3::timestamptz) at time zone $4)::date else as_of end
from jsonb_to_recordset($1) as found (extraction_id bigint, report_id bigint, revision_id bigint, slot text, reading text, thing text, "group" text, act text, from_side text,
  to_side text, reach text, min numeric, max numeric, qualifier text, low numeric, high numeric, scope text, period text,
  basis_known boolean, basis_start date, basis_end date, basis_frame text, as_of date, speaker text, speaker_side text,
  claimant text, metric text, series text, line text, quote text, quote_start integer, quote_end integer, cues jsonb,
  trace text[], confidence real, trusted boolean, doubt text, part boolean, decision_id bigint)
-- One after another, so that figures are numbered in the order of the text.
cross join lateral (
  select coalesce(p.published_at, r.published_at, p.seen_at) as at
  from recount.revision r join recount.report p using (report_id)
  where r.revision_id = found.revision_id
  limit 1
) told
on conflict (reading) where retired_at is null do nothing
