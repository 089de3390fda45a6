-- Positions too small for any order whose cost was written off: the loss is realised, the quantity stays at no cost, so
-- that the books agree with the venue's.
CREATE TABLE dust_log (
    account        text        NOT NULL REFERENCES accounts (account),
    instrument     text        NOT NULL,
    strategy       text        NOT NULL,
    quantity_e8    bigint      NOT NULL CHECK (quantity_e8 > 0),
    loss_e8        bigint      NOT NULL,
    at             timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX dust_by_time ON dust_log (account, at);
