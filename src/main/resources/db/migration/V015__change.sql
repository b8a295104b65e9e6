-- V015__change.sql: one order of all that changes, and claims that are erased with their history.

-- Transactions are counted on where the database is restored into a server that has had fewer of them.
create table transaction_count (
  one   boolean constraint transaction_count_pkey primary key default true
          constraint transaction_count_one_check check (one),
  ahead bigint not null
);
insert into transaction_count (ahead) values (0);
comment on column transaction_count.ahead is 'What is added to the numbers that this server gives to transactions.';

create function record_transaction() returns bigint language sql volatile
  return (select ahead from transaction_count) + cast(cast(pg_current_xact_id() as text) as bigint);

-- A transaction may have a smaller number than another and commit later: readers stop at the oldest one that is running.
create table change (
  transaction bigint not null,
  number      bigint not null generated always as identity,
  kind        text not null constraint change_kind_check
                check (kind in ('created', 'changed', 'withdrawn', 'merged', 'deleted', 'purged')),
  thing       text not null,
  thing_id    uuid not null,
  slug        text,
  part        integer,
  version     integer,
  merged_into uuid,
  changed_at  timestamptz not null,
  changed_by  text,
  constraint change_pkey primary key (transaction, number)
);
comment on table change is 'All that was recorded, in the order in which it is told; why is kept with the version of the claim.';
comment on column change.thing is 'The table of what changed.';
comment on column change.thing_id is 'The row of it; of a part of a claim, such as an appearance, the claim.';
comment on column change.slug is 'Its slug at that time, where it has one.';
comment on column change.part is 'Which of the parts of the claim it is.';
comment on column change.merged_into is 'Where it was merged: into which row of its table.';

create table purged_claim (
  id        uuid constraint purged_claim_pkey primary key,
  purged_at timestamptz not null,
  purged_by text not null,
  reason    text
);
comment on table purged_claim is 'Claims that were erased with all their versions: that there were any, and no more.';

create function note_added_claims() returns trigger language plpgsql as $$
declare
  now_running constant bigint := record_transaction();
begin
  insert into change (transaction, kind, thing, thing_id, version, changed_at, changed_by)
  select now_running, 'created', 'claim', id, version, updated_at, changed_by from these;
  return null;
end $$;
create trigger claim_added_noted after insert on claim
  referencing new table as these for each statement execute function note_added_claims();

create function note_changed_claims() returns trigger language plpgsql as $$
declare
  now_running constant bigint := record_transaction();
begin
  insert into change (transaction, kind, thing, thing_id, version, changed_at, changed_by)
  select now_running, case when a.status = 'withdrawn' and b.status <> 'withdrawn' then 'withdrawn' else 'changed' end,
         'claim', a.id, a.version, a.updated_at, a.changed_by
  from before b join after a on a.id = b.id where a.version <> b.version;
  return null;
end $$;
create trigger claim_changed_noted after update on claim
  referencing old table as before new table as after for each statement execute function note_changed_claims();

-- What a transaction made and took away again was never there; of what was there before it, it is told.
create function note_removed() returns trigger language plpgsql as $$
declare
  now_running constant bigint := record_transaction();
begin
  if not exists (select from these) then
    return null;
  end if;
  with own as (
    delete from change c using these t
    where c.transaction = now_running and c.thing = tg_table_name and c.thing_id = t.id
    returning c.thing_id, c.kind)
  insert into change (transaction, kind, thing, thing_id, slug, changed_at, changed_by)
  select now_running, case tg_table_name when 'claim' then 'purged' else 'deleted' end, tg_table_name, t.id,
         to_jsonb(t) ->> 'slug', record_time(), changed_by()
  from these t where t.id not in (select thing_id from own where kind = 'created');
  return null;
end $$;
create trigger claim_removed_noted after delete on claim
  referencing old table as these for each statement execute function note_removed();

create function note_added_named() returns trigger language plpgsql as $$
declare
  now_running constant bigint := record_transaction();
begin
  insert into change (transaction, kind, thing, thing_id, slug, version, changed_at, changed_by)
  select now_running, 'created', tg_table_name, id, to_jsonb(t) ->> 'slug', version, record_time(), changed_by() from these t;
  return null;
end $$;
create function note_changed_named() returns trigger language plpgsql as $$
declare
  now_running constant bigint := record_transaction();
begin
  insert into change (transaction, kind, thing, thing_id, slug, version, merged_into, changed_at, changed_by)
  select now_running, case when a.merged_into is distinct from b.merged_into then 'merged' else 'changed' end,
         tg_table_name, a.id, to_jsonb(a) ->> 'slug', a.version, a.merged_into, record_time(), changed_by()
  from before b join after a on a.id = b.id where to_jsonb(a) <> to_jsonb(b);
  return null;
end $$;
create trigger claimant_added_noted after insert on claimant
  referencing new table as these for each statement execute function note_added_named();
create trigger claimant_changed_noted after update on claimant
  referencing old table as before new table as after for each statement execute function note_changed_named();
create trigger claimant_removed_noted after delete on claimant
  referencing old table as these for each statement execute function note_removed();
create trigger subject_added_noted after insert on subject
  referencing new table as these for each statement execute function note_added_named();
create trigger subject_changed_noted after update on subject
  referencing old table as before new table as after for each statement execute function note_changed_named();
create trigger subject_removed_noted after delete on subject
  referencing old table as these for each statement execute function note_removed();
create trigger source_added_noted after insert on source
  referencing new table as these for each statement execute function note_added_named();
create trigger source_changed_noted after update on source
  referencing old table as before new table as after for each statement execute function note_changed_named();
create trigger source_removed_noted after delete on source
  referencing old table as these for each statement execute function note_removed();

-- Of a part of a claim, such as an appearance: it is added, and it is marked as removed.
create function note_parts() returns trigger language plpgsql as $$
declare
  now_running constant bigint := record_transaction();
begin
  if tg_op = 'INSERT' then
    insert into change (transaction, kind, thing, thing_id, part, changed_at, changed_by)
    select now_running, 'created', tg_table_name, claim_id, number, record_time(), changed_by() from after;
  else
    insert into change (transaction, kind, thing, thing_id, part, changed_at, changed_by)
    select now_running, case when a.removed_at is null then 'changed' else 'deleted' end, tg_table_name, a.claim_id,
           a.number, record_time(), changed_by()
    from before b join after a on (a.claim_id, a.number) = (b.claim_id, b.number)
    where b.removed_at is null;
  end if;
  return null;
end $$;
create trigger appearance_added_noted after insert on appearance
  referencing new table as after for each statement execute function note_parts();
create trigger appearance_changed_noted after update on appearance
  referencing old table as before new table as after for each statement execute function note_parts();
create trigger assessment_added_noted after insert on assessment
  referencing new table as after for each statement execute function note_parts();
create trigger assessment_changed_noted after update on assessment
  referencing old table as before new table as after for each statement execute function note_parts();

create view past.appearance as
  select claim_id, number, source_id, date, quote, created_at, created_by, null::timestamptz as removed_at
  from appearance
  where created_at <= cast(current_setting('claims.as_of') as timestamptz)
    and (removed_at is null or removed_at > cast(current_setting('claims.as_of') as timestamptz));
create view past.assessment as
  select claim_id, number, reviewer, rating, label, explanation, url, date, created_at, created_by,
         null::timestamptz as removed_at
  from assessment
  where created_at <= cast(current_setting('claims.as_of') as timestamptz)
    and (removed_at is null or removed_at > cast(current_setting('claims.as_of') as timestamptz));

-- Nobody deletes a claim by mistake, nor half of its history.
create function purge_claim() returns trigger language plpgsql as $$
declare
  why constant text := nullif(current_setting('claims.reason', true), '');
begin
  if current_setting('claims.keep_versions', true) = 'off' then
    return old;
  end if;
  if current_setting('claims.purge', true) is distinct from 'on' then
    raise restrict_violation using message = 'A claim is withdrawn, not deleted: set its status to ''withdrawn''.',
      hint = 'To erase it for good, with its history: set local claims.purge = on.';
  end if;
  perform set_config('claims.reason', 'A claim that it referred to was purged.', true);
  update claim set part_of = null where part_of = old.id;
  update claim set supersedes = null where supersedes = old.id;
  perform set_config('claims.reason', coalesce(why, ''), true);
  delete from claim_version where id = old.id;
  insert into purged_claim (id, purged_at, purged_by, reason) values (old.id, record_time(), changed_by(), why);
  return old;
end $$;
create trigger claim_purged before delete on claim for each row execute function purge_claim();

-- What was there before is told as if one transaction had made it.
insert into change (transaction, kind, thing, thing_id, slug, version, changed_at)
select 0, 'created', thing, id, slug, version, created_at from (
  select 'claimant' as thing, id, slug, version, created_at from claimant
  union all select 'subject', id, slug, version, created_at from subject
  union all select 'source', id, null, version, created_at from source
  union all select 'claim', id, null, version, created_at from claim) there
order by thing = 'claim', created_at, id;
