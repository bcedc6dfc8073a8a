-- Holds a report for this transaction, so that two readers number its revisions one after another; others may refer to it.
-- $1 report_id  →  text_hash text, number integer of its newest revision
select v.text_hash, coalesce(v.number, 0) as number
from (select report_id from recount.report where report_id = $1 for no key update) r
left join lateral (select text_hash, number from recount.revision where report_id = r.report_id order by number desc limit 1) v on true
