-- All feeds of a dossier with their state, by name.
-- $1 dossier
select name, current_url, outlet, language, kind, next_poll_at, last_good_at, last_item_at, failures, failing_since,
  error_code, error_message, error_remedy
from recount.feed where dossier = $1 and retired_at is null order by name
