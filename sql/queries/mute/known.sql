-- Whether the history knows an outlet or a line.
-- $1 dossier; $2 kind; $3 name  →  known boolean
select case $2 when 'outlet' then exists (select from recount.report where dossier = $1 and outlet = $3)
  when 'line' then exists (select from recount.change where dossier = $1 and line = $3) else false end as known
