-- V012__as_of.sql: one instant for all that a transaction records, and the claims as they stood at any instant.

-- The same for all that a transaction records, so that no instant shows the half of it. It has a number of its own
-- before it asks the clock: whoever sees no number of a running transaction that began earlier knows that nothing with
-- an earlier instant is still to come.
create function record_time() returns timestamptz language plpgsql as $$
declare
  at text := nullif(current_setting('claims.record_time', true), '');
begin
  if at is null then
    perform pg_current_xact_id();
    at := clock_timestamp();
    perform set_config('claims.record_time', at, true);
  end if;
  return at;
end $$;

create function changed_by() returns text language sql stable
  return coalesce(nullif(current_setting('claims.changed_by', true), ''), session_user);
alter table claim alter changed_by set default changed_by();

create function stamp_claim() returns trigger language plpgsql as $$
begin
  new.created_at := record_time();
  new.updated_at := new.created_at;
  return new;
end $$;
create trigger claim_stamped before insert on claim for each row
  when (new.created_at is null) execute function stamp_claim();

create or replace function keep_claim_version() returns trigger language plpgsql as $$
declare
  derived constant text[] := array['identity', 'words']; -- not known yet of the new row
begin
  if current_setting('claims.keep_versions', true) = 'off' then
    return new;
  end if;
  if new.version = old.version then
    if to_jsonb(new) - derived = to_jsonb(old) - derived then
      return new;
    end if;
    new.version := old.version + 1;
  end if;
  new.changed_by := changed_by();
  new.reason := nullif(current_setting('claims.reason', true), '');
  new.updated_at := greatest(record_time(), old.updated_at); -- a transaction may have waited for a younger one
  old.replaced_at := new.updated_at;
  insert into claim_version select old.*;
  return new;
end $$;

create index claim_version_replaced_at_idx on claim_version (replaced_at);

-- A transaction that has this schema before others in its search_path reads all claims as they stood at claims.as_of.
-- A column that claim gets later is to be added here too, in the same migration.
create schema past;
create view past.claim as
  select c.* from claim c where c.updated_at <= cast(current_setting('claims.as_of') as timestamptz)
  union all
  select v.* from claim_version v
  where v.updated_at <= cast(current_setting('claims.as_of') as timestamptz)
    and v.replaced_at > cast(current_setting('claims.as_of') as timestamptz);
