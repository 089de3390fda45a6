-- What each open position was entered with (S1-17); a position that was closed has no row.
CREATE TABLE position_entries (
    account        text        NOT NULL,
    instrument     text        NOT NULL,
    strategy       text        NOT NULL,
    side           text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    quantity_e8    bigint      NOT NULL CHECK (quantity_e8 > 0),
    cost_e8        bigint      NOT NULL CHECK (cost_e8 >= 0),
    fees_e8        bigint      NOT NULL,
    confidence_e8  bigint      NOT NULL CHECK (confidence_e8 >= 0),
    entered_at     timestamptz NOT NULL,
    PRIMARY KEY (account, instrument, strategy)
);
