-- V005__rival.sql: what was worked out of the claims: for each that others contradict or strain, the widest of them.
-- Whatever changes what a subject's claims are held against marks the subject, in the same transaction, so that nobody
-- trusts what is kept of it, nor of the subjects inside it; the service works that out anew and takes the mark away.
create table rival (
  subject_id  uuid not null,
  claim_id    uuid not null,
  own         boolean not null,
  verdict     text not null constraint rival_verdict_check check (verdict in ('contradict', 'tension')),
  other_id    uuid not null,
  claimant_id uuid not null,
  gap         numeric not null,
  constraint rival_pkey primary key (subject_id, claim_id, own, verdict)
);
create index rival_gap_idx on rival (own, verdict, gap desc, claim_id, other_id);
create index rival_subject_id_gap_idx on rival (subject_id, own, verdict, gap desc, claim_id, other_id);
create index rival_claimant_id_gap_idx on rival (claimant_id, own, verdict, gap desc, claim_id, other_id);
comment on table rival is 'Derived from the claims; where its subject, or one around that, is in rival_due it is not to be used.';
comment on column rival.subject_id is 'The subject of the claim; zeros for the claims that have none.';
comment on column rival.own is 'Whether only claims of one claimant are held against each other.';
comment on column rival.gap is 'How far the two are from allowing each other, in the unit of the claim.';

create table rival_due (
  subject_id uuid not null
);
create index rival_due_subject_id_idx on rival_due (subject_id);
comment on table rival_due is 'Subjects whose rivals are to be worked out anew; one row for each change.';

-- A claim's rivals may be others when it changes, when what supersedes it does, or when what it is a part of does.
create function mark_rivals_of_added_or_removed() returns trigger language plpgsql as $$
begin
  insert into rival_due
  with superseded as (
    select s.id, s.subject_id from these n join claim s on s.id = n.supersedes where n.supersedes is not null)
  select coalesce(subject_id, '00000000-0000-0000-0000-000000000000') from (
    select subject_id from these where subject_id is not null or part_of is not null
    union select subject_id from superseded
    union select p.subject_id from superseded s join claim p on p.part_of = s.id) marked;
  return null;
end $$;
create trigger claim_added after insert on claim
  referencing new table as these for each statement execute function mark_rivals_of_added_or_removed();
create trigger claim_removed after delete on claim
  referencing old table as these for each statement execute function mark_rivals_of_added_or_removed();

create function mark_rivals_of_changed() returns trigger language plpgsql as $$
begin
  insert into rival_due
  with changed as (
    select o.id, o.subject_id as old_subject_id, n.subject_id, o.supersedes as old_supersedes, n.supersedes
    from before o join after n on n.id = o.id
    where (o.claimant_id, o.subject_id, o.unit, o.low, o.low_open, o.high, o.high_open, o.likely_low, o.likely_low_open,
           o.likely_high, o.likely_high_open, o.date_start, o.date_end, o.period, o.period_start, o.period_end, o.part_of,
           o.supersedes, o.baseline_subject_id, o.baseline_period, o.status)
      is distinct from
          (n.claimant_id, n.subject_id, n.unit, n.low, n.low_open, n.high, n.high_open, n.likely_low, n.likely_low_open,
           n.likely_high, n.likely_high_open, n.date_start, n.date_end, n.period, n.period_start, n.period_end, n.part_of,
           n.supersedes, n.baseline_subject_id, n.baseline_period, n.status)),
  touched as (
    select id, old_subject_id as subject_id from changed
    union select id, subject_id from changed
    union select s.id, s.subject_id from changed c join claim s on s.id in (c.old_supersedes, c.supersedes))
  select coalesce(subject_id, '00000000-0000-0000-0000-000000000000') from (
    select subject_id from touched union select p.subject_id from touched t join claim p on p.part_of = t.id) marked;
  return null;
end $$;
create trigger claim_changed after update on claim
  referencing old table as before new table as after for each statement execute function mark_rivals_of_changed();

create function mark_rivals_of_subject() returns trigger language plpgsql as $$
begin
  insert into rival_due
  select n.id from before o join after n on n.id = o.id
  where (o.broader, o.kind, o.span_start, o.span_end) is distinct from (n.broader, n.kind, n.span_start, n.span_end);
  return null;
end $$;
create trigger subject_changed after update on subject
  referencing old table as before new table as after for each statement execute function mark_rivals_of_subject();

insert into rival_due select id from subject union all select '00000000-0000-0000-0000-000000000000';
