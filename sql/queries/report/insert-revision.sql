-- One text version of a report, retiring the one before is a separate statement.
-- $1 report_id; $2 number; $3 text_hash; $4 text; $5 title; $6 language; $7 authors text[]; $8 published_at; $9 modified_at; $10 agency; $11 read_by; $12 recorded_at; $13 section; $14 copied_report_id; $15 raw_hash
insert into recount.revision (report_id, number, text_hash, text, title, language, authors, published_at, modified_at, agency, read_by, recorded_at,
  section, copied_report_id, raw_hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
returning revision_id
