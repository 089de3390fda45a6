-- Every decision, change and approval is kept for good; each writer's entries form one hash chain.
CREATE TABLE audit_log (
    writer         text        NOT NULL,
    seq            bigint      NOT NULL CHECK (seq > 0),
    decided_at     timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor          text        NOT NULL,
    action         text        NOT NULL,
    subject        text        NOT NULL,
    details        text        NOT NULL,
    rules_version  text        NOT NULL,
    policy_hash    text        NOT NULL,
    prev_hash      text        NOT NULL CHECK (prev_hash ~ '^[0-9a-f]{64}$'),
    hash           text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (writer, seq)
);
CREATE INDEX audit_by_subject ON audit_log (subject, recorded_at);
CREATE INDEX audit_by_time ON audit_log (recorded_at DESC);
