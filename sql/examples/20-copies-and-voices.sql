-- Which exchanges look well attested but rest on few voices?
select metric, day, printed, reports, voices
from recount.event_ledger
where reports > voices
order by reports - voices desc, day, metric, printed;
