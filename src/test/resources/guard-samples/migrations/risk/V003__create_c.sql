-- Broken on purpose: a binary fraction.
create table risk.c (
    rate double precision not null
);
