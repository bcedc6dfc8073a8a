-- Sightings of a report that joined another are the other's.
-- $1 report_id; $2 the other's report_id
update recount.sighting set report_id = $2 where report_id = $1
