-- Gives a metric's history the name that the dossier now has for it: a name is a label of figures, and no part of what they say.
-- $1 dossier text; $2 old name text; $3 new name text
with figures as (
  update recount.figure set metric = $3, series = $3 || substr(series, length($2) + 1), line = $3 || substr(line, length($2) + 1)
  where dossier = $1 and metric = $2
), lines as (
  insert into recount.line (line, dossier, metric, series, claimant)
  select $3 || substr(line, length($2) + 1), dossier, $3, $3 || substr(series, length($2) + 1), claimant
  from recount.line where dossier = $1 and metric = $2
  on conflict (dossier, line) do nothing
), gone as (
  delete from recount.line where dossier = $1 and metric = $2
), events as (
  update recount.event set metric = $3 where dossier = $1 and metric = $2
)
update recount.change set metric = $3, series = $3 || substr(series, length($2) + 1), line = $3 || substr(line, length($2) + 1),
  track = replace(track, $2 || '|', $3 || '|')
where dossier = $1 and metric = $2
