-- What stands of some revisions' status claims, as far as another reading could differ from it.
-- $1 revision_ids bigint[]
select revision_id, reading, subject, state, trusted, doubt
from recount.status_claim -- By report, for which there is an index.
where report_id = any (array(select report_id from recount.revision where revision_id = any ($1::bigint[])))
  and revision_id = any ($1::bigint[]) and retired_at is null
order by revision_id, quote_start, status_claim_id
