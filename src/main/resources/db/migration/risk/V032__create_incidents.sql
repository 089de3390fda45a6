-- What went wrong lately: rejected orders, unreachable venues, failures of our own (S2-CB2, S4-M10).
CREATE TABLE incidents (
    account      text        NOT NULL,
    breaker      text        NOT NULL,
    incident_id  text        NOT NULL,
    scope_kind   text        NOT NULL,
    scope_value  text        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (account, breaker, incident_id)
);
CREATE INDEX incidents_by_time ON incidents (account, breaker, at);
