-- Removes what the feeds gave of a report's text; that it was seen, and under which headline, stays.
-- $1 report_id bigint
update recount.sighting set summary = null, content = null where report_id = $1
