-- A decision about a figure as it stands in its text.
-- $1 figure_id bigint; $2 verdict text; $3 read_as jsonb; $4 decided_as jsonb or null; $5 why text; $6 decided_by text; $7 now timestamptz
insert into recount.decision (dossier, report_id, text_hash, quote, quote_start, quote_end, verdict, read_as, decided_as,
  figure_id, why, decided_by, decided_at)
select f.dossier, f.report_id, r.text_hash, f.quote, f.quote_start, f.quote_end, $2, $3, $4, f.figure_id, $5, $6, $7
from recount.figure f join recount.revision r using (revision_id)
where f.figure_id = $1
