-- Lifts a mute that is in force.
-- $1 dossier; $2 kind; $3 name; $4 lifted_by; $5 now timestamptz
update recount.mute set lifted_by = $4, lifted_at = $5
where dossier = $1 and kind = $2 and name = $3 and lifted_at is null
