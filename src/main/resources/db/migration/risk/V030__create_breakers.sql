-- A tripped breaker outlives a restart (S4-M10); without an end it waits for a person.
CREATE TABLE breakers (
    account      text        NOT NULL,
    breaker      text        NOT NULL,
    scope_kind   text        NOT NULL CHECK (scope_kind IN ('GLOBAL', 'VENUE', 'STRATEGY', 'SYMBOL')),
    scope_value  text        NOT NULL,
    rung         text        NOT NULL
        CHECK (rung IN ('WARN', 'BLOCK_ENTRIES', 'REDUCE_ONLY', 'FLATTEN', 'KILL')),
    actual_e8    bigint      NOT NULL,
    limit_e8     bigint      NOT NULL,
    unit         text        NOT NULL,
    at_limit     boolean     NOT NULL,
    tripped_by   text        NOT NULL CHECK (tripped_by <> ''),
    reason       text        NOT NULL CHECK (reason <> ''),
    tripped_at   timestamptz NOT NULL,
    until_at     timestamptz,
    PRIMARY KEY (account, breaker, scope_kind, scope_value)
);
CREATE TABLE breaker_log (
    entry_id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account      text        NOT NULL,
    breaker      text        NOT NULL,
    scope_kind   text        NOT NULL,
    scope_value  text        NOT NULL,
    rung         text        NOT NULL,
    event        text        NOT NULL CHECK (event IN ('TRIPPED', 'CLIMBED', 'REARMED', 'ENDED')),
    actual_e8    bigint      NOT NULL,
    limit_e8     bigint      NOT NULL,
    unit         text        NOT NULL,
    who          text        NOT NULL,
    reason       text        NOT NULL,
    at           timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX breaker_log_by_account ON breaker_log (account, entry_id DESC);
