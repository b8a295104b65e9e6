-- V011__claim_version.sql: what each claim was before it was changed, by whomever.
alter table claim
  add changed_by text default nullif(current_setting('claims.changed_by', true), ''),
  add reason text default nullif(current_setting('claims.reason', true), ''),
  add replaced_at timestamptz;
comment on column claim.changed_by is 'Who made it what it is: as the setting claims.changed_by says, else a database user.';
comment on column claim.reason is 'Why it was last changed: as the setting claims.reason says in that transaction.';
comment on column claim.replaced_at is 'Null, since it is the newest version; of others when the next one began.';

-- A column that claim gets later is to be added here too, in the same migration: both have the same ones, in one order.
create table claim_version (
  like claim,
  constraint claim_version_pkey primary key (id, version),
  constraint claim_version_claimant_id_fkey foreign key (claimant_id) references claimant,
  constraint claim_version_subject_id_fkey foreign key (subject_id) references subject,
  constraint claim_version_source_id_fkey foreign key (source_id) references source,
  constraint claim_version_baseline_subject_id_fkey foreign key (baseline_subject_id) references subject,
  constraint claim_version_replaced_at_check check (replaced_at >= updated_at)
);
create index claim_version_claimant_id_idx on claim_version (claimant_id);
create index claim_version_subject_id_idx on claim_version (subject_id);
create index claim_version_source_id_idx on claim_version (source_id);
create index claim_version_baseline_subject_id_idx on claim_version (baseline_subject_id)
  where baseline_subject_id is not null;
comment on table claim_version is 'The versions of claims that others have replaced; the newest is the claim itself.';

-- Also where SQL by hand changes a claim: it need not know of versions. A transaction that works on claims which nobody
-- has seen yet, such as an import, sets claims.keep_versions to off.
create function keep_claim_version() returns trigger language plpgsql as $$
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
    new.updated_at := clock_timestamp();
    new.changed_by := coalesce(nullif(current_setting('claims.changed_by', true), ''), session_user);
  else
    new.changed_by := nullif(current_setting('claims.changed_by', true), '');
  end if;
  new.reason := nullif(current_setting('claims.reason', true), '');
  new.updated_at := greatest(new.updated_at, old.updated_at); -- clocks of several instances differ
  old.replaced_at := new.updated_at;
  insert into claim_version select old.*;
  return new;
end $$;
create trigger claim_replaced before update on claim for each row execute function keep_claim_version();
