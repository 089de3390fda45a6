-- Differences between our books and the venue's, each with what was decided about it (S0-08, SX-01).
CREATE TABLE cases (
    case_id      text        PRIMARY KEY,
    account      text        NOT NULL REFERENCES accounts (account),
    venue        text        NOT NULL,
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    instrument   text        NOT NULL,
    quantity_e8  bigint      NOT NULL,
    cash_e8      bigint      NOT NULL,
    fill_at      timestamptz NOT NULL,
    text         text        NOT NULL,
    detail       text        NOT NULL,
    opened_at    timestamptz NOT NULL,
    answer       text        CHECK (answer IN ('ADOPT', 'WRITE_OFF', 'IGNORE')),
    answered_by  text,
    reason       text,
    closed_at    timestamptz,
    CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (reason IS NULL))
);
CREATE INDEX cases_open ON cases (account, opened_at) WHERE closed_at IS NULL;
