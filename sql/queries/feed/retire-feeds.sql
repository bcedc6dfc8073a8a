-- Feeds that the dossier no longer lists; their reports stay.
-- $1 dossier; $2 names still listed text[]; $3 now timestamptz
update recount.feed set retired_at = $3 where dossier = $1 and retired_at is null and name <> all ($2::text[])
