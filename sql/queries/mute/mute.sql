-- Mutes something; nothing when it is muted already.
-- $1 dossier; $2 kind; $3 name; $4 why; $5 muted_by; $6 now timestamptz
insert into recount.mute (dossier, kind, name, why, muted_by, muted_at) values ($1, $2, $3, $4, $5, $6)
on conflict (dossier, kind, name) where lifted_at is null do nothing
