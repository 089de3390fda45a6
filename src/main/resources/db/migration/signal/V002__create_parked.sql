-- What was refused is kept for a person to look at, without any secret.
CREATE TABLE parked (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parked_at   timestamptz NOT NULL,
    source      text        NOT NULL,
    address     text        NOT NULL,
    reason      text        NOT NULL,
    actual      numeric     NOT NULL,
    allowed     numeric     NOT NULL,
    detail      text        NOT NULL,
    body        text        CHECK (length(body) <= 16384)
);
CREATE INDEX parked_by_time ON parked (parked_at DESC, id);
