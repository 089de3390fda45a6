-- Every comparison of our books with the venue's (SX-01), and what it looks fills up by.
CREATE TABLE reconciles_log (
    number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account      text        NOT NULL,
    asked_by     text        NOT NULL,
    at           timestamptz NOT NULL,
    outcome      text        NOT NULL CHECK (outcome IN ('AGREED', 'DIFFERED', 'ABORTED')),
    missed       integer     NOT NULL CHECK (missed >= 0),
    found        integer     NOT NULL CHECK (found >= 0),
    opened       integer     NOT NULL CHECK (opened >= 0),
    text         text        NOT NULL
);
CREATE INDEX reconciles_by_account ON reconciles_log (account, number);
CREATE INDEX fills_by_time ON fills_log (account, at);
