-- V004__claim.sql: who said that a subject came to which figure, when, in which words, and where it is printed.

-- What makes two claims one and the same utterance; the same for 818000 and 818000.0. Compare the columns as well:
-- different claims may share it.
create function claim_identity(claimant uuid, subject uuid, figure numeric, figure_to numeric, qualifier text, unit text,
                               date text, period text, baseline_subject uuid, baseline_period text, source uuid)
  returns bigint language sql immutable parallel safe
  return hashtextextended(
    claimant::text || '|' || coalesce(subject::text, '') || '|' || trim_scale(figure)::text || '|'
    || coalesce(trim_scale(figure_to)::text, '') || '|' || qualifier || '|' || unit || '|' || date || '|'
    || coalesce(period, '') || '|' || coalesce(baseline_subject::text, '') || '|' || coalesce(baseline_period, '') || '|'
    || source::text, 0);

create table claim (
  id                  uuid constraint claim_pkey primary key,
  claimant_id         uuid not null constraint claim_claimant_id_fkey references claimant,
  subject_id          uuid constraint claim_subject_id_fkey references subject,
  source_id           uuid not null constraint claim_source_id_fkey references source,
  figure              numeric not null,
  figure_to           numeric,
  best                numeric,
  qualifier           text not null
    constraint claim_qualifier_check check (qualifier in
      ('plain', 'exactly', 'about', 'almost', 'over', 'at_least', 'under', 'at_most', 'between')),
  rounded_to          numeric constraint claim_rounded_to_check check (rounded_to > 0),
  figure_text         text,
  low                 numeric,
  low_open            boolean not null,
  high                numeric,
  high_open           boolean not null,
  likely_low          numeric,
  likely_low_open     boolean not null,
  likely_high         numeric,
  likely_high_open    boolean not null,
  rule                integer not null,
  unit                text not null,
  relayed_by          text,
  date                text not null,
  date_start          date not null,
  date_end            date not null,
  period              text,
  period_start        date,
  period_end          date,
  quote               text,
  part_of             uuid constraint claim_part_of_fkey references claim,
  supersedes          uuid constraint claim_supersedes_fkey references claim,
  baseline_subject_id uuid constraint claim_baseline_subject_id_fkey references subject,
  baseline_period     text,
  note                text,
  status              text not null
    constraint claim_status_check check (status in ('active', 'retracted', 'withdrawn')),
  version             integer not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  identity            bigint not null generated always as (claim_identity(claimant_id, subject_id, figure, figure_to,
    qualifier, unit, date, period, baseline_subject_id, baseline_period, source_id)) stored,
  constraint claim_figure_to_check check ((qualifier = 'between') = (figure_to is not null)),
  constraint claim_date_check check (date_start <= date_end),
  constraint claim_period_check check (period_start <= period_end),
  constraint claim_part_of_itself_check check (part_of <> id),
  constraint claim_supersedes_itself_check check (supersedes <> id)
);
comment on column claim.low is 'The least that the words logically allow; null where open.';
comment on column claim.low_open is 'Whether low itself is left out; true where low is null.';
comment on column claim.likely_low is 'The least that a reader would take the words to mean.';
comment on column claim.rule is 'The version of the rule that made the bounds, so that a better one can make them anew.';
comment on column claim.date_start is 'The first day of date, which is a year, a month or a day.';
comment on column claim.period_end is
  'The last day of period; of an open one the last day of date; null where no day is left.';

-- Each list is one filter and one order; the newest first is the one that everybody reads.
create index claim_subject_id_date_idx on claim (subject_id, date_end, date_start, id);
create index claim_claimant_id_date_idx on claim (claimant_id, date_end, date_start, id);
create index claim_source_id_date_idx on claim (source_id, date_end, date_start, id);
create index claim_unit_date_idx on claim (unit, date_end, date_start, id);
create index claim_date_idx on claim (date_end, date_start, id);
create index claim_subject_id_figure_idx on claim (subject_id, figure, id);
create index claim_figure_idx on claim (figure, id);
create index claim_created_at_idx on claim (created_at, id);
create index claim_updated_at_idx on claim (updated_at, id);
create index claim_part_of_idx on claim (part_of) where part_of is not null;
create index claim_supersedes_idx on claim (supersedes) where supersedes is not null;
create index claim_baseline_subject_id_idx on claim (baseline_subject_id) where baseline_subject_id is not null;
create index claim_identity_idx on claim (identity) where status <> 'withdrawn';
