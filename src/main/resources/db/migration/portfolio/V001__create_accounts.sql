-- One row per account: its money, and the lock that keeps two judgements from passing the same limit.
CREATE TABLE accounts (
    account          text        PRIMARY KEY,
    currency         text        NOT NULL,
    initial_cash_e8  bigint      NOT NULL CHECK (initial_cash_e8 >= 0),
    cash_e8          bigint      NOT NULL,
    realised_e8      bigint      NOT NULL,
    fees_e8          bigint      NOT NULL,
    updated_at       timestamptz NOT NULL
);
