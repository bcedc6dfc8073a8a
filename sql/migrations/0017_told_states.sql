-- Up Migration
-- What is said of each subject now is one step into this index, however often it was said; meetings that were held are no state.
drop index recount.status_claim_standing;
create index status_claim_told on recount.status_claim (dossier, subject, as_of desc, reading collate "C" desc)
  where trusted and state <> 'held';

-- Down Migration
drop index recount.status_claim_told;
create index status_claim_standing on recount.status_claim (dossier, subject, as_of desc) where retired_at is null and trusted;
