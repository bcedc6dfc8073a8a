-- Whether the history knows a metric, an outlet or a line.
-- $1 dossier; $2 kind; $3 name  →  known boolean
select case $2 when 'metric' then exists (select from recount.change where dossier = $1 and metric = $3)
  when 'outlet' then exists (select from recount.report where dossier = $1 and outlet = $3)
  when 'line' then exists (select from recount.change where dossier = $1 and line = $3) else false end as known
