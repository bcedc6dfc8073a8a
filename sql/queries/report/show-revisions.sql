-- Each text of a report, first to last, and how many figures stand or stood in it.
-- $1 report_id
select v.number, v.text, v.text_hash, v.title, v.agency, v.section, v.authors, v.read_by, v.recorded_at, v.modified_at, v.retired_at, v.raw_hash,
  (select count(*)::int from recount.figure f where f.revision_id = v.revision_id) as figures
from recount.revision v where v.report_id = $1 order by v.number
