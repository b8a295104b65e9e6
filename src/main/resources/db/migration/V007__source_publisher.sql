-- V007__source_publisher.sql: the claims of a publisher are those of its sources.
create index source_publisher_idx on source (publisher) where publisher is not null;
