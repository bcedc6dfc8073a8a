-- Holds reports for this transaction, in the order of their numbers, so that two writers never wait for each other.
-- $1 report_ids bigint[]
select report_id from recount.report where report_id = any ($1::bigint[]) order by report_id for no key update
