-- Alerts outlive a restart: what nobody has acknowledged is still there in the morning (S2-A1, S2-REQ-AL1).
CREATE TABLE alerts (
    alert_id          text        PRIMARY KEY,
    code              text        NOT NULL,
    severity          text        NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL')),
    subject           text        NOT NULL,
    text              text        NOT NULL,
    raised_by         text        NOT NULL,
    first_at          timestamptz NOT NULL,
    last_at           timestamptz NOT NULL,
    count             bigint      NOT NULL CHECK (count > 0),
    recorded_at       timestamptz NOT NULL,
    escalated         boolean     NOT NULL,
    acknowledged_by   text,
    acknowledged_at   timestamptz,
    acknowledged_text text,
    closed_by         text,
    closed_at         timestamptz,
    closed_text       text,
    version           bigint      NOT NULL CHECK (version > 0),
    CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
    CHECK ((closed_by IS NULL) = (closed_at IS NULL))
);
CREATE INDEX alerts_open ON alerts (recorded_at) WHERE closed_at IS NULL;
CREATE INDEX alerts_closed ON alerts (closed_at DESC, alert_id) WHERE closed_at IS NOT NULL;
