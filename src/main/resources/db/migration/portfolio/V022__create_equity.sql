-- What the account was worth, at most once a minute of event time: at bar closes and fills (S2-ST2, S2-REQ-DD1).
CREATE TABLE equity (
    account          text        NOT NULL REFERENCES accounts (account),
    minute           timestamptz NOT NULL,
    equity_e8        bigint      NOT NULL,
    cash_e8          bigint      NOT NULL,
    peak_e8          bigint      NOT NULL,
    drawdown_pct_e8  bigint      NOT NULL CHECK (drawdown_pct_e8 >= 0),
    positions        integer     NOT NULL CHECK (positions >= 0),
    PRIMARY KEY (account, minute)
);
-- One row for each UTC day: its last equity, its ends, and the deepest fall below the peak within it.
CREATE TABLE equity_days (
    account          text        NOT NULL REFERENCES accounts (account),
    day              date        NOT NULL,
    first_e8         bigint      NOT NULL,
    equity_e8        bigint      NOT NULL,
    lowest_e8        bigint      NOT NULL,
    highest_e8       bigint      NOT NULL,
    cash_e8          bigint      NOT NULL,
    peak_e8          bigint      NOT NULL,
    drawdown_pct_e8  bigint      NOT NULL CHECK (drawdown_pct_e8 >= 0),
    PRIMARY KEY (account, day)
);
