-- Changes that were logged because a text was read again.
-- $1 dossier  →  changes bigint
select count(*) as changes from recount.change where dossier = $1 and kind = 'reread'
