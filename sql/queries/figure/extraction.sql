-- One extraction with its report, and the newest decision that it follows; compared tells whether its changes are written.
-- $1 extraction_id bigint  →  dossier text, report_id bigint, backfilled boolean, recorded_at timestamptz, compared boolean,
-- cause text, decided_by text, why text
select e.dossier, p.report_id, p.backfilled, e.recorded_at, c.extraction_id is not null as compared, e.cause, d.decided_by, d.why
from recount.extraction e
join recount.revision r using (revision_id)
join recount.report p using (report_id)
left join recount.comparison c on c.extraction_id = e.extraction_id
left join recount.decision d on d.decision_id = e.decided_through
where e.extraction_id = $1
