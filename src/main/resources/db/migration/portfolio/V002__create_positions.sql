-- What is held, with the cost and entry fees that belong to it; a flat position keeps its row (S2-PNL1).
CREATE TABLE positions (
    account        text        NOT NULL REFERENCES accounts (account),
    instrument     text        NOT NULL,
    strategy       text        NOT NULL,
    quantity_e8    bigint      NOT NULL CHECK (quantity_e8 >= 0),
    cost_e8        bigint      NOT NULL CHECK (cost_e8 >= 0),
    entry_fees_e8  bigint      NOT NULL,
    opened_at      timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    PRIMARY KEY (account, instrument, strategy),
    -- a flat position has no crumbs of cost or fees left
    CHECK (quantity_e8 > 0 OR (cost_e8 = 0 AND entry_fees_e8 = 0))
);
