-- Good: whole money, UTC, a log that is only added to.
create table risk.denials_log (
    id text primary key,
    price_e8 bigint not null check (price_e8 > 0),
    decided_at timestamptz not null
);
create index on risk.denials_log (decided_at desc);
grant select, insert on risk.denials_log to portcullis;
grant select, insert, update on risk.cooldowns to portcullis;
