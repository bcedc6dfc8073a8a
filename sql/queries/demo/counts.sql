-- What a dossier holds.
-- $1 dossier
select
  (select count(*) from recount.report where dossier = $1) as reports,
  (select count(*) from recount.figure where dossier = $1) as figures,
  (select count(*) from recount.change where dossier = $1) as changes
