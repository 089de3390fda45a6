-- A symbol's rest outlives a restart (S1-25, S2-REQ-CD1).
CREATE TABLE cooldowns (
    account     text        NOT NULL,
    instrument  text        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('FAILURE', 'FILL', 'STOP')),
    until_at    timestamptz NOT NULL,
    PRIMARY KEY (account, instrument, kind)
);
