-- Whether a dossier was ever followed here, or filled in.
-- $1 dossier  →  followed boolean
select exists (select from recount.baseline where dossier = $1)
  or exists (select from recount.report where dossier = $1) as followed
