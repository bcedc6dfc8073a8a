-- On which exchanges do reports disagree, and what does each claimant count?
select e.metric, e.day, c.claim->>'claimant' as claimant, c.claim->'value'->>'printed' as count
from recount.event_ledger e
cross join lateral jsonb_array_elements(e.claims) as c (claim)
where e.disputed
order by e.day, e.metric, e.low, claimant;
