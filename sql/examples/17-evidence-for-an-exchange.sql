-- In which words was the exchange of bodies of 29 January 2026 reported?
select claimant, speaker, outlet, quote
from recount.figure_history
where metric = 'bodies_to_ukraine' and as_of = '2026-01-29' and scope = 'event' and retired_at is null
order by recorded_at, outlet, quote;
