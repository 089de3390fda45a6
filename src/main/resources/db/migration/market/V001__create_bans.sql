-- A red flag outlives a restart, and it stays known who raised and who lifted it (S2-U4).
CREATE TABLE bans (
    ban_id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instrument  text        NOT NULL,
    reason      text        NOT NULL CHECK (reason <> ''),
    banned_by   text        NOT NULL CHECK (banned_by <> ''),
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL CHECK (until_at > from_at),
    lifted_at   timestamptz,
    lifted_by   text,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);

CREATE INDEX bans_by_instrument ON bans (instrument, until_at);
