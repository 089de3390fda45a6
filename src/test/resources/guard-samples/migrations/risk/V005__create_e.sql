-- Broken on purpose: local time.
create table risk.e (
    ended_at timestamp
);
