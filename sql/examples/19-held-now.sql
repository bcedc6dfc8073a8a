-- How many people does each side still hold, and who says so?
select metric, claimant, min, max, qualifier, as_of, outlet
from recount.figure_latest
where series like '%|standing'
order by metric, claimant;
