select a.dossier, a.metric, a.series, a.claimant, a.low, a.high, a.as_of, b.claimant as other_claimant, b.low as other_low,
  b.high as other_high, b.as_of as other_as_of
from recount.figure_latest_as_of(current_setting('recount.as_of')::timestamptz) a
join recount.figure_latest_as_of(current_setting('recount.as_of')::timestamptz) b
  on b.dossier = a.dossier and b.series = a.series and b.claimant > a.claimant
where a.scope <> 'planned' and 'unattributed' not in (a.claimant, b.claimant)
  and (a.low > coalesce(b.high, 'infinity') or b.low > coalesce(a.high, 'infinity'))
