-- A report under its canonical address; nothing when the address is known.
-- $1 dossier; $2 canonical_url; $3 outlet; $4 side; $5 language; $6 title; $7 published_at; $8 seen_at; $9 backfilled; $10 headline_only
insert into recount.report (dossier, canonical_url, outlet, side, language, title, published_at, seen_at, backfilled, headline_only)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (dossier, canonical_url) do nothing
returning report_id
