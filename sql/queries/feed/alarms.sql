-- Alarms in force.
-- $1 dossier
select a.feed_id, a.kind, a.since, a.raised_at, a.message, a.remedy
from recount.feed_alarm a join recount.feed f using (feed_id)
where f.dossier = $1 and a.ended_at is null
