-- From what kind of minute signals came lately: many thin ones are worth a warning (S4-M1).
CREATE TABLE seen_signals (
    account      text        NOT NULL,
    proposal_id  text        NOT NULL,
    thin         boolean     NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (account, proposal_id)
);
CREATE INDEX seen_signals_by_time ON seen_signals (account, at DESC);
