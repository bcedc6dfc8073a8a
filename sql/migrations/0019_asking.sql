-- Up Migration
-- What asks for a person is little of a long history: it is found without reading the rest.
create index change_needs_review on recount.change (dossier, change_id) where needs_review;
create index figure_doubted on recount.figure (dossier, recorded_at) where not trusted;
create index status_claim_doubted on recount.status_claim (dossier, recorded_at) where not trusted;

-- Down Migration
drop index recount.status_claim_doubted, recount.figure_doubted, recount.change_needs_review;
