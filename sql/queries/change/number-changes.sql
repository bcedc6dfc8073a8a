-- Gives committed changes their place in the log. Identities are handed out before the commit and may overtake one another;
-- a place is given only to what is seen.
update recount.change c set log_position = placed.place
from (
  select change_id, nextval('recount.change_log_position') as place
  from (select change_id from recount.change where log_position is null order by change_id) waiting
) placed
where c.change_id = placed.change_id
