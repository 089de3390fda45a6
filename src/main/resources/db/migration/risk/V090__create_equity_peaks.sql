-- From where the breaker of the drawdown measures: highest equity, open profit included, since it was last let go.
CREATE TABLE equity_peaks (
    account   text   PRIMARY KEY,
    peak_e8   bigint NOT NULL,
    since_ms  bigint NOT NULL
);
-- What was realised has no peak of its own any more.
ALTER TABLE results DROP COLUMN peak_e8;
