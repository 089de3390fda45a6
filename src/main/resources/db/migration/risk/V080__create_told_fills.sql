-- Every fill that a venue told, once: what orders and cancellations are counted beside (B-R4). What is older than any
-- window the policy permits is deleted.
CREATE TABLE told_fills (
    account     text        NOT NULL,
    instrument  text        NOT NULL,
    fill_id     text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (account, instrument, fill_id)
);
CREATE INDEX told_fills_by_time ON told_fills (account, at);
