-- Up Migration
-- A plan or an offer is the word of the day on which it was said, whatever day it is about: by that day a newer one is told
-- from an older. Of two figures of one day and of equal width the one that was published later stands.
alter table recount.figure add column told_at timestamptz, add column rank_day date;
-- Stories say in their configuration where their days begin; what is here already takes those of UTC.
update recount.figure f set told_at = told.at,
  rank_day = case when f.scope = 'planned' or f.act = 'offered' then (least(told.at, f.recorded_at) at time zone 'UTC')::date else f.as_of end
from recount.revision r
join recount.report p on p.report_id = r.report_id
cross join lateral (select coalesce(p.published_at, r.published_at, p.seen_at) as at) told
where r.revision_id = f.revision_id;
alter table recount.figure alter column told_at set not null, alter column rank_day set not null;
comment on column recount.figure.told_at is 'when the report was published, or seen where it does not say';
comment on column recount.figure.rank_day is 'the day that orders it on its line: of a plan or an offer when it was said, else as_of';

drop index recount.figure_standing;
create index figure_standing on recount.figure (dossier, line, rank_day desc, spread, told_at desc, reading collate "C" desc)
  where trusted;

-- Down Migration
drop index recount.figure_standing;
create index figure_standing on recount.figure (dossier, line, as_of desc, spread, reading collate "C" desc) where trusted;
alter table recount.figure drop column told_at, drop column rank_day;
