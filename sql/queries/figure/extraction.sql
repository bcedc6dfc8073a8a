-- One extraction with its report and the newest decision that it follows, held until the transaction ends so that no edit
-- supersedes it meanwhile.
-- $1 extraction_id bigint  →  dossier text, report_id bigint, backfilled boolean, recorded_at timestamptz,
-- compared boolean (its changes are written), superseded boolean (a newer one took its place), cause text, decided_by text, why text
select e.dossier, p.report_id, p.backfilled, e.recorded_at, e.retired_at is not null as superseded,
  exists (select from recount.comparison c where c.extraction_id = e.extraction_id) as compared, e.cause, d.decided_by, d.why
from recount.extraction e
join recount.revision r using (revision_id)
join recount.report p using (report_id)
left join recount.decision d on d.decision_id = e.decided_through
where e.extraction_id = $1
for no key update of e
