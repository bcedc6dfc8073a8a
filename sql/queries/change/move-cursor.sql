-- Remembers how far a reader has written.
-- $1 reader text; $2 log_position bigint; $3 file_bytes bigint
insert into recount.change_cursor (reader, log_position, file_bytes) values ($1, $2, $3)
on conflict (reader) do update set log_position = excluded.log_position, file_bytes = excluded.file_bytes
