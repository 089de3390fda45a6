-- How far the brain came and why bars formed no proposal, so that a restart goes on where it stopped.
CREATE TABLE strategy.watermarks (
    feed             text PRIMARY KEY,
    bar_open_time_ms bigint NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE strategy.judged_bars (
    instrument text   NOT NULL,
    reason     text   NOT NULL,
    bars       bigint NOT NULL CHECK (bars >= 0),
    PRIMARY KEY (instrument, reason)
);

