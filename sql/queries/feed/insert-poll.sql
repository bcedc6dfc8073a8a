-- $1 feed_id; $2 polled_at; $3 duration_ms; $4 outcome; $5 http_status; $6 body_bytes; $7 items; $8 new_items; $9 error_code; $10 error_message
insert into recount.poll (feed_id, polled_at, duration_ms, outcome, http_status, body_bytes, items, new_items, error_code, error_message)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
