-- A report under the address that its page declares.
-- $1 report_id; $2 canonical_url
update recount.report set canonical_url = $2 where report_id = $1
