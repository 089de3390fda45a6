-- What protects each open position (B-E7, S3-15, S2-PR1): kept with the fill that opened it, gone with the one that
-- closed it. A stop only ever moves towards profit.
CREATE TABLE protections (
    account        text        NOT NULL,
    instrument     text        NOT NULL,
    strategy       text        NOT NULL,
    side           text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    opened_at      timestamptz NOT NULL,
    first_stop_e8  bigint      NOT NULL CHECK (first_stop_e8 > 0),
    stop_e8        bigint      NOT NULL CHECK (stop_e8 > 0),
    before_e8      bigint      NOT NULL CHECK (before_e8 > 0),
    moved_at       timestamptz NOT NULL,
    target_e8      bigint      NOT NULL CHECK (target_e8 >= 0),
    best_e8        bigint      NOT NULL CHECK (best_e8 > 0),
    part_taken     boolean     NOT NULL,
    unprotected    boolean     NOT NULL,
    PRIMARY KEY (account, instrument, strategy)
);
