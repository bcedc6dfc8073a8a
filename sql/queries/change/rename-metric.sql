-- Gives a metric's history the name that the dossier now has for it: a name is a label of figures, and no part of what they say.
-- Former baselines and what is muted bear it too, so that every answer for an earlier time agrees with the figures.
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
), baselines as (
  update recount.baseline set content = content || jsonb_build_object(
    'figures', (
      select coalesce(jsonb_agg(case when f->>'metric' = $2 then f || jsonb_build_object('metric', $3,
        'series', $3 || substr(f->>'series', length($2) + 1), 'total_series', $3 || substr(f->>'total_series', length($2) + 1)) else f end
        order by position), '[]')
      from jsonb_array_elements(content->'figures') with ordinality as told (f, position)),
    'metrics', (
      select coalesce(jsonb_agg(case when m->>'name' = $2 then m || jsonb_build_object('name', $3) else m end order by position), '[]')
      from jsonb_array_elements(content->'metrics') with ordinality as known (m, position)))
  where dossier = $1
), mutes as (
  update recount.mute set name = $3 || substr(name, length($2) + 1)
  where dossier = $1 and (kind = 'metric' and name = $2 or kind = 'line' and starts_with(name, $2 || '|'))
    and (lifted_at is not null or not exists (
      select from recount.mute other where other.dossier = $1 and other.kind = mute.kind and other.lifted_at is null
        and other.name = $3 || substr(mute.name, length($2) + 1)))
)
update recount.change set metric = $3, series = $3 || substr(series, length($2) + 1), line = $3 || substr(line, length($2) + 1),
  track = replace(track, $2 || '|', $3 || '|')
where dossier = $1 and metric = $2
