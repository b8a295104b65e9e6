-- V009__claim_bounds.sql: what a figure may mean, for filters that ask for it alone.
create index claim_low_idx on claim (low);
create index claim_high_idx on claim (high);
create index claim_likely_low_idx on claim (likely_low);
create index claim_likely_high_idx on claim (likely_high);
