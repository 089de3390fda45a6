-- Broken on purpose: money as text.
create table risk.b (
    price_e8 text not null
);
