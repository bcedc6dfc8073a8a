-- $1 revision_id; $2 at; $3 hashes integer[]
insert into recount.wording (hash, at, revision_id) select unnest($3::integer[]), $2, $1
