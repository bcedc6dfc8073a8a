-- Which exchanges were told by one side alone?
select e.metric, e.day, e.printed, c.claim->>'claimant' as side, e.voices, e.reports
from recount.event_ledger e
cross join lateral jsonb_array_elements(e.claims) as c (claim)
where c.claim->>'claimant' <> 'unattributed' and e.day > '2025-12-30' and (
  select count(*) from jsonb_array_elements(e.claims) other where other->>'claimant' <> 'unattributed'
) = 1
order by e.day, e.metric, e.low, e.high;
