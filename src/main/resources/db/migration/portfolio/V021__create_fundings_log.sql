-- Funding as the venue paid or took it, once for each contract and time, shared among the strategies that held it then
-- (B-D12). Longs pay when the rate is positive; cash is negative when it was paid.
CREATE TABLE fundings_log (
    account      text        NOT NULL REFERENCES accounts (account),
    venue        text        NOT NULL,
    instrument   text        NOT NULL,
    due_at       timestamptz NOT NULL,
    strategy     text        NOT NULL,
    quantity_e8  bigint      NOT NULL,
    rate_e8      bigint      NOT NULL,
    mark_e8      bigint      NOT NULL CHECK (mark_e8 > 0),
    cash_e8      bigint      NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (account, venue, instrument, due_at, strategy)
);
CREATE INDEX fundings_by_time ON fundings_log (account, due_at);
ALTER TABLE accounts ADD COLUMN funding_e8 bigint NOT NULL DEFAULT 0;
