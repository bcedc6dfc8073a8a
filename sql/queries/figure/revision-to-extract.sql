-- A revision with what the extractor wants to know of its report; no row when a newer revision has replaced it or its text was forgotten.
-- $1 revision_id bigint  →  text, ids and the report's outlet
select v.revision_id, v.number, v.text_hash, v.text, v.title, v.language, v.published_at, r.report_id, r.dossier, r.outlet, r.side,
  r.published_at as report_published_at, r.seen_at
from recount.revision v join recount.report r using (report_id)
where v.revision_id = $1 and v.retired_at is null and r.forgotten_at is null
