-- What is muted.
-- $1 dossier
select kind, name, why, muted_by, muted_at from recount.mute where dossier = $1 and lifted_at is null order by kind, name
