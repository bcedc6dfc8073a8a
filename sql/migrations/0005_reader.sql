-- Up Migration
-- Which text of sql/views is in force, so that a start with the same text leaves the views alone.
create table recount.view_set (
  hash text not null
);

-- The role that reads the views and nothing else. Roles belong to the whole server: another database of ours may have
-- made it, at this very moment even; and where we may not make roles, `recount sql` reads as ourselves.
do $$
begin
  if not exists (select from pg_roles where rolname = 'recount_reader') then
    create role recount_reader login;
  end if;
  execute format('grant recount_reader to %I', current_user);
exception
  when duplicate_object or unique_violation or insufficient_privilege then
    raise notice 'role recount_reader: %', sqlerrm;
end $$;

-- Down Migration
drop table recount.view_set;
