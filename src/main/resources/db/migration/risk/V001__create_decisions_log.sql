-- Every judgement is kept as a whole, so that it can be explained and replayed years later.
CREATE TABLE decisions_log (
    decision_id         text        PRIMARY KEY,
    proposal_id         text        NOT NULL,
    account             text        NOT NULL,
    instrument          text        NOT NULL,
    strategy            text        NOT NULL,
    rule                text        NOT NULL,
    intent              text        NOT NULL CHECK (intent IN ('ENTER', 'EXIT')),
    side                text        NOT NULL CHECK (side IN ('BUY', 'SELL')),
    decided_at          timestamptz NOT NULL,
    recorded_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    outcome             text        NOT NULL CHECK (outcome IN ('APPROVED', 'ASK_PERSON', 'DENIED')),
    reason              text,
    reasons             text        NOT NULL,
    quantity_e8         bigint      NOT NULL CHECK (quantity_e8 >= 0),
    limit_price_e8      bigint      NOT NULL CHECK (limit_price_e8 >= 0),
    reference_price_e8  bigint      NOT NULL CHECK (reference_price_e8 > 0),
    decision            jsonb       NOT NULL,
    rules_version       text        NOT NULL,
    policy_hash         text        NOT NULL,
    verdict_micros      bigint      NOT NULL CHECK (verdict_micros >= 0),
    UNIQUE (account, proposal_id),
    CHECK ((outcome = 'APPROVED') = (reason IS NULL))
);
CREATE INDEX decisions_by_time ON decisions_log (decided_at DESC, decision_id);
CREATE INDEX decisions_by_instrument ON decisions_log (instrument, decided_at DESC);
CREATE INDEX decisions_by_outcome ON decisions_log (outcome, reason, decided_at DESC);
