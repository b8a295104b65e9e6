-- Fills an empty database with :claims claims, the same ones each time, as a busy service would have them:
-- 2,000 subjects of which the largest has an eighth of all claims and the last some 60 in a million (Zipf's law), each
-- inside one of ten broader ones, 5,000 claimants and 50,000 sources as uneven as the subjects, ten years of dates, and
-- quotes of words some of which are everywhere and most of which are rare.
-- psql -v claims=1000000 -f bench/claims.sql
\set ON_ERROR_STOP on
\timing off
set synchronous_commit = off;
set jit = off;
set maintenance_work_mem = '512MB';
set max_parallel_maintenance_workers = 0;
-- Foreign keys hold by construction, and the indexes are built once at the end: the same ones, by their definitions.
set session_replication_role = replica;
select setseed(0.42) \g /dev/null

-- Of 1 to n, k with a probability that falls as 1/k.
create function pg_temp.zipf(n integer) returns integer language sql volatile
  return least(n, greatest(1, floor(exp(random() * ln(n + 1)))))::integer;

-- A word that can be said aloud: "ka", "loka", ...
create function pg_temp.word(k integer) returns text language sql immutable
  return (select string_agg((array['ka','lo','mi','su','ne','ra','to','vi','du','pe','sha','gor','bel','zin','mar','ost'])
    [1 + (k / (16 ^ i)::integer) % 16], '' order by i) from generate_series(0, 3) i where i = 0 or k >= 16 ^ i);

create function pg_temp.id(at timestamptz) returns uuid language sql volatile
  return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
    || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid;

create temp table made_claimant as
select k, pg_temp.id(now()) as id, initcap(pg_temp.word(k) || ' ' || pg_temp.word(k * 7 + 3)) || ' ' || k as name
from generate_series(1, 5000) k;

insert into claimant (id, slug, name, kind, aliases, version, created_at, updated_at)
select id, 'claimant-' || k, name, (array['person', 'organization', 'government', 'media', 'other'])[1 + k % 5], '{}', 1,
       now(), now()
from made_claimant;
insert into claimant_name select lower(name), id from made_claimant;

create temp table made_subject as
select k, pg_temp.id(now()) as id, initcap(pg_temp.word(k * 3 + 1)) || ' ' || pg_temp.word(k * 11) || ' ' || k as name,
       case when k % 20 = 0 then 'net' when k % 4 = 0 then 'stock' else 'flow' end as kind,
       (array['people', 'people', 'people', 'vehicles', 'USD', 'people', 'km', 'tonnes', 'people', '%'])[1 + k % 10] as unit,
       (10 ^ (1 + 5 * random()))::numeric as size
from generate_series(1, 2000) k;

insert into subject (id, slug, name, aliases, broader, kind, version, created_at, updated_at)
select s.id, 'subject-' || s.k, s.name, '{}', b.id, s.kind, 1, now(), now()
from made_subject s left join made_subject b on s.k > 10 and b.k = s.k / 10;
insert into subject_name select lower(name), id from made_subject;

create temp table made_source as
select k, pg_temp.id(now()) as id, 'https://example.org/' || pg_temp.word(k) || '/' || k as url
from generate_series(1, 50000) k;

insert into source (id, url, title, publisher, version, created_at, updated_at)
select id, url, initcap(pg_temp.word(k * 5 + 2)) || ' ' || pg_temp.word(k * 13 + 1), 'Publisher ' || k % 400, 1, now(), now()
from made_source;
insert into source_name select url, id from made_source;

create temp table made_phrase as
select k, pg_temp.word(pg_temp.zipf(40000)) || ' ' || pg_temp.word(pg_temp.zipf(40000)) || ' '
          || pg_temp.word(pg_temp.zipf(40000)) || ' ' || pg_temp.word(pg_temp.zipf(40000)) as words
from generate_series(1, 30000) k;
analyze made_claimant, made_subject, made_source, made_phrase;

create temp table index_of_claim as
select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
from pg_index where indrelid = 'claim'::regclass and not indisprimary;
select format('drop index %s', name) from index_of_claim \gexec

-- The whole numbers inside an end that may be left out.
create function pg_temp.least_whole(low numeric, low_open boolean) returns numeric language sql immutable
  return case when low_open then floor(low) + 1 else ceil(low) end;
create function pg_temp.greatest_whole(high numeric, high_open boolean) returns numeric language sql immutable
  return case when high_open then ceil(high) - 1 else floor(high) end;

-- What is random is drawn first, as numbers (drawn); from it come the figure (stated) and its bounds (docs/figures.md).
-- 'offset 0' keeps each step from being worked out anew wherever a later one names it.
insert into claim (id, claimant_id, subject_id, source_id, figure, figure_to, qualifier, low, low_open, high, high_open,
                   likely_low, likely_low_open, likely_high, likely_high_open, rule, unit, date, date_start, date_end,
                   period, period_start, period_end, quote, status, version, created_at, updated_at)
select pg_temp.id(drawn.recorded), t.id, s.id, o.id, v, v2, q,
       case when not counted then low when low is null then 0 else pg_temp.least_whole(low, low_open) end,
       not counted and (low_open or low is null),
       case when counted then pg_temp.greatest_whole(high, high_open) else high end,
       high is null or not counted and high_open,
       case when counted then pg_temp.least_whole(likely_low, low_open) else likely_low end,
       not counted and low_open,
       case when counted then pg_temp.greatest_whole(likely_high, high_open) else likely_high end,
       not counted and high_open,
       1, s.unit, day::text, day, day, said, first, last, p.words || ' ' || p2.words, status, 1, drawn.recorded, drawn.recorded
from (
  select pg_temp.zipf(2000) as subject, pg_temp.zipf(5000) as claimant, pg_temp.zipf(50000) as source,
         date '2016-01-01' + floor(random() * 3650)::integer as day,
         timestamptz '2026-01-01' + i * interval '1 millisecond' as recorded,
         (array['plain', 'plain', 'plain', 'plain', 'about', 'about', 'over', 'at_least', 'almost', 'under', 'at_most',
                'exactly', 'between'])[1 + floor(random() * 13)::integer] as qualifier,
         (array['total', 'total', 'year', 'month', 'none'])[1 + floor(random() * 5)::integer] as covers,
         case when random() < 0.02 then 'withdrawn' else 'active' end as status,
         0.95 + random() * 0.1 as spread, 2 + floor(random() * 3)::integer as digits,
         1 + floor(random() * 30000)::integer as phrase, 1 + floor(random() * 30000)::integer as phrase_2
  from generate_series(1, :claims) i) drawn
join made_subject s on s.k = drawn.subject
join made_claimant t on t.k = drawn.claimant
join made_source o on o.k = drawn.source
join made_phrase p on p.k = drawn.phrase
join made_phrase p2 on p2.k = drawn.phrase_2
cross join lateral (
  select case covers when 'total' then '2016-01-01/' || day when 'year' then to_char(day, 'YYYY')
                     when 'month' then to_char(day, 'YYYY-MM') end as said,
         case covers when 'total' then date '2016-01-01' when 'year' then date_trunc('year', day)::date
                     when 'month' then date_trunc('month', day)::date end as first,
         case covers when 'total' then day when 'year' then (date_trunc('year', day) + interval '1 year - 1 day')::date
                     when 'month' then (date_trunc('month', day) + interval '1 month - 1 day')::date end as last) period
cross join lateral (
  select s.unit in ('people', 'vehicles') as counted,
         greatest(1, s.size * spread * case when s.kind <> 'flow' or first is null then 1 else (last - first + 1) / 365.0 end)::numeric
           as exact offset 0) about
cross join lateral (
  select case when exact < 20 then 'plain' else qualifier end as q,
         greatest(0, floor(log(exact))::integer + 1 - digits) as zeros offset 0) how
cross join lateral (
  select trim_scale(round(exact, -zeros)) as v,
         case when q = 'between' then trim_scale(round(exact * 1.05, -zeros)) + 10 ^ zeros::numeric end as v2 offset 0) stated
cross join lateral (
  select least((10 ^ (length(v::text) - length(rtrim(v::text, '0'))))::numeric, v / 5) as fine offset 0) grain_of_any
cross join lateral (select case when counted then greatest(1, fine) else fine end as g offset 0) grain
cross join lateral (
  select q = 'over' as low_open, q in ('almost', 'under') as high_open,
         case when q in ('exactly', 'over', 'at_least', 'between') then v when q = 'plain' then v - g / 2
              when q in ('about', 'almost') then v - g end as low,
         case when q in ('exactly', 'almost', 'under', 'at_most') then v when q = 'plain' then v + g / 2
              when q = 'about' then v + g when q = 'between' then v2 end as high,
         case when q in ('exactly', 'over', 'at_least', 'between') then v when q in ('plain', 'about', 'almost') then v - g / 2
              else v - g end as likely_low,
         case when q in ('over', 'at_least') then v + g when q in ('plain', 'about') then v + g / 2 when q = 'between' then v2
              else v end as likely_high offset 0) bounds;

select definition from index_of_claim \gexec
-- What the triggers would have marked.
insert into rival_due select id from subject;
set session_replication_role = origin;
vacuum analyze;
