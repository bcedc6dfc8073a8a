-- How far is each claimed total from what the exchanges add up to?
select f.metric, f.claimant, f.min as claimed, f.qualifier, f.as_of, t.low as counted_low, t.high as counted_high,
  case when f.low > t.high then f.low - t.high when f.high < t.low then f.high - t.low else 0 end as gap
from recount.figure_latest f
join recount.running_total t on t.dossier = f.dossier and t.series = f.series
order by f.metric, f.claimant;
