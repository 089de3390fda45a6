-- The twin of every order that the desk let go: what it became by the fill rules of the paper venue (S2-ST4). What was
-- intended and what became of the order stand in orders and reports_log.
CREATE TABLE orders.shadow_trades (
    client_order_id text        PRIMARY KEY REFERENCES orders.orders,
    mode            text        NOT NULL CHECK (mode IN ('DRY_RUN', 'PAPER', 'LIVE')),
    from_at         timestamptz NOT NULL,
    until_at        timestamptz NOT NULL,
    filled_e8       bigint      NOT NULL DEFAULT 0 CHECK (filled_e8 >= 0),
    notional_e8     bigint      NOT NULL DEFAULT 0 CHECK (notional_e8 >= 0),
    fees_e8         bigint      NOT NULL DEFAULT 0,
    first_fill_at   timestamptz,
    ended_at        timestamptz,
    CHECK ((filled_e8 = 0) = (first_fill_at IS NULL))
);
CREATE INDEX shadow_trades_working ON orders.shadow_trades (from_at) WHERE ended_at IS NULL;
CREATE INDEX shadow_trades_by_time ON orders.shadow_trades (from_at DESC, client_order_id);
