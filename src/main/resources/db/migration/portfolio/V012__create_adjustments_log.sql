-- Cash that was found or lost when a difference was adopted: realised at once, so that the account conserves.
CREATE TABLE adjustments_log (
    case_id      text        NOT NULL,
    account      text        NOT NULL REFERENCES accounts (account),
    cash_e8      bigint      NOT NULL,
    reason       text        NOT NULL,
    at           timestamptz NOT NULL
);
CREATE INDEX adjustments_by_time ON adjustments_log (account, at);
