-- What happened to an order and why, in its order; what was said about it; what was asked for it. Never changed.
CREATE TABLE orders.transitions_log (
    client_order_id text        NOT NULL REFERENCES orders.orders,
    seq             int         NOT NULL CHECK (seq > 0),
    from_state      text,
    to_state        text        NOT NULL,
    cause           text        NOT NULL,
    actor           text        NOT NULL,
    at              timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (client_order_id, seq)
);
CREATE TABLE orders.reports_log (
    report_id       text        PRIMARY KEY,
    client_order_id text        NOT NULL,
    kind            text        NOT NULL,
    body            jsonb       NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('APPLIED', 'LATE_FILL', 'IGNORED', 'REFUSED', 'UNKNOWN_ORDER')),
    at              timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX reports_by_order ON orders.reports_log (client_order_id, recorded_at);
CREATE TABLE orders.steps_log (
    step_id         text        PRIMARY KEY,
    client_order_id text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('SUBMIT', 'DECLINE', 'EXPIRE', 'CANCEL')),
    actor           text        NOT NULL,
    reason          text        NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('SENT', 'APPLIED', 'IGNORED', 'REFUSED')),
    at              timestamptz NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX steps_by_order ON orders.steps_log (client_order_id, recorded_at);
-- Tells a command that is sent again apart from its first sending, for the broker's duplicate detection only.
CREATE SEQUENCE orders.resends AS bigint;
