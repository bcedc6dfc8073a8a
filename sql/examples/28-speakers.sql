-- Who spoke for each side, and how often?
select claimant, speaker, count(*) as figures
from recount.figure_history
where speaker is not null and retired_at is null
group by claimant, speaker
order by figures desc, claimant, speaker;
