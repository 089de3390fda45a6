-- Every execution once, by the venue's own id of it: a repeated report changes nothing.
CREATE TABLE fills_log (
    venue            text        NOT NULL,
    venue_trade_id   text        NOT NULL,
    client_order_id  text        NOT NULL,
    account          text        NOT NULL REFERENCES accounts (account),
    instrument       text        NOT NULL,
    strategy         text        NOT NULL,
    side             text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    quantity_e8      bigint      NOT NULL CHECK (quantity_e8 > 0),
    price_e8         bigint      NOT NULL CHECK (price_e8 > 0),
    fee_e8           bigint      NOT NULL,
    maker            boolean     NOT NULL,
    realised_e8      bigint      NOT NULL,
    at               timestamptz NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (venue, venue_trade_id)
);
CREATE INDEX fills_by_instrument ON fills_log (account, instrument, at);
CREATE INDEX fills_by_order ON fills_log (client_order_id);
