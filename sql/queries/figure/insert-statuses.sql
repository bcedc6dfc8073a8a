-- Status claims that extractions found; a reading that stands already is left as it is.
-- $1 rows jsonb; $2 dossier text; $3 now timestamptz
insert into recount.status_claim (extraction_id, dossier, report_id, revision_id, reading, subject, state, until, as_of,
  speaker, speaker_side, quote, quote_start, quote_end, trace, confidence, trusted, doubt, decision_id, told_at, recorded_at)
select extraction_id, $2, found.report_id, found.revision_id, reading, subject, found.state, until, as_of, speaker, speaker_side, quote,
  quote_start, quote_end, trace, confidence, trusted, doubt, decision_id, coalesce(p.published_at, r.published_at, p.seen_at), $3
from jsonb_to_recordset($1) as found (extraction_id bigint, report_id bigint, revision_id bigint, reading text, subject text, state text, until date, as_of date, speaker text,
  speaker_side text, quote text, quote_start integer, quote_end integer, trace text[], confidence real, trusted boolean, doubt text, decision_id bigint)
join recount.report p on p.report_id = found.report_id
join recount.revision r on r.revision_id = found.revision_id
on conflict (reading) where retired_at is null do nothing
