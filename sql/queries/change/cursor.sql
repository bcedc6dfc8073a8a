-- How far a reader has written.
-- $1 reader text  →  log_position bigint, file_bytes bigint
select log_position, file_bytes from recount.change_cursor where reader = $1 for update
