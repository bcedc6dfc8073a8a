-- One extraction with its report; compared tells whether its changes are written.
-- $1 extraction_id bigint  →  dossier text, report_id bigint, backfilled boolean, recorded_at timestamptz, compared boolean
select e.dossier, p.report_id, p.backfilled, e.recorded_at, c.extraction_id is not null as compared
from recount.extraction e
join recount.revision r using (revision_id)
join recount.report p using (report_id)
left join recount.comparison c on c.extraction_id = e.extraction_id
where e.extraction_id = $1
