create table risk.a (id text primary key);
