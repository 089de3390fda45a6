-- What takers paid beyond the price they met, beside the model of costs (S4-M4); null until the desk has seen the
-- minute of the fill.
CREATE TABLE fill_costs (
    account      text        NOT NULL,
    instrument   text        NOT NULL,
    fill_id      text        NOT NULL,
    side         text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    quantity_e8  bigint      NOT NULL CHECK (quantity_e8 > 0),
    price_e8     bigint      NOT NULL CHECK (price_e8 > 0),
    at           timestamptz NOT NULL,
    paid_e8      bigint,
    modelled_e8  bigint,
    PRIMARY KEY (account, instrument, fill_id),
    CHECK ((paid_e8 IS NULL) = (modelled_e8 IS NULL))
);
CREATE INDEX fill_costs_by_time ON fill_costs (account, at DESC);
CREATE INDEX fill_costs_open ON fill_costs (account) WHERE paid_e8 IS NULL;
