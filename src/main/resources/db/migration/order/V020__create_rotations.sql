-- A rotation outlives a restart between its legs (S1-24): what is closed, what is opened then, and what became of it.
CREATE TABLE orders.rotations (
    rotation_id        text        PRIMARY KEY,
    account            text        NOT NULL,
    decision_id        text        NOT NULL,
    exit_proposal_id   text        NOT NULL,
    entry_proposal_id  text        NOT NULL,
    instrument         text        NOT NULL,
    strategy           text        NOT NULL,
    side               text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    confidence_e8      bigint      NOT NULL,
    profit_e8          bigint      NOT NULL,
    entry              jsonb       NOT NULL,
    state              text        NOT NULL CHECK (state IN ('CLOSING', 'OPENING', 'ROTATED', 'NOT_CLOSED', 'NOT_OPENED',
                                                             'EXPIRED')),
    why                text,
    started_at         timestamptz NOT NULL,
    expires_at         timestamptz NOT NULL,
    ended_at           timestamptz,
    UNIQUE (account, exit_proposal_id),
    UNIQUE (account, entry_proposal_id),
    CHECK ((ended_at IS NULL) = (state IN ('CLOSING', 'OPENING')))
);
-- two signals never close the same position
CREATE UNIQUE INDEX rotations_one_a_position ON orders.rotations (account, instrument, strategy)
    WHERE state = 'CLOSING';
CREATE INDEX rotations_open ON orders.rotations (account) WHERE ended_at IS NULL;
CREATE INDEX rotations_by_time ON orders.rotations (account, started_at DESC, rotation_id);
