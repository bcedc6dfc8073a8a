-- A decision about a figure or a state as it stands in its text.
-- $1 figure_id bigint or null; $2 status_claim_id bigint or null; $3 verdict text; $4 read_as jsonb; $5 decided_as jsonb or null;
-- $6 why text; $7 decided_by text; $8 now timestamptz
insert into recount.decision (dossier, report_id, text_hash, quote, quote_start, quote_end, verdict, read_as, decided_as,
  figure_id, status_claim_id, why, decided_by, decided_at)
select o.dossier, o.report_id, r.text_hash, o.quote, o.quote_start, o.quote_end, $3, $4, $5, $1, $2, $6, $7, $8
from (
  select dossier, report_id, revision_id, quote, quote_start, quote_end from recount.figure where figure_id = $1
  union all
  select dossier, report_id, revision_id, quote, quote_start, quote_end from recount.status_claim where status_claim_id = $2
) o
join recount.revision r using (revision_id)
