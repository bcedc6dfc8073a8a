-- What was said of the talks, and when?
select as_of, state, until, speaker_side, outlet
from recount.status_history
where subject = 'talks' and retired_at is null and trusted
order by as_of, state, outlet;
