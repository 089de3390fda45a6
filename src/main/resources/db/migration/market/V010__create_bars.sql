-- Minute bars as they were seen, a part for each UTC day, so that a warm start and the chart need no journal.
CREATE TABLE market.bars (
    instrument      text   NOT NULL,
    open_time_ms    bigint NOT NULL,
    open_e8         bigint NOT NULL,
    high_e8         bigint NOT NULL,
    low_e8          bigint NOT NULL,
    close_e8        bigint NOT NULL,
    volume_e8       bigint NOT NULL,
    taker_bought_e8 bigint NOT NULL,
    PRIMARY KEY (instrument, open_time_ms)
) PARTITION BY RANGE (open_time_ms);

-- The application may not create tables; these two functions are all that it can do about parts.
CREATE FUNCTION market.open_bar_day(day bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = market, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TABLE IF NOT EXISTS market.bars_d%s PARTITION OF market.bars FOR VALUES FROM (%s) TO (%s)',
        replace(day::text, '-', 'm'), day * 86400000, (day + 1) * 86400000);
END $$;

CREATE FUNCTION market.drop_bar_days_before(day bigint) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = market, pg_temp AS $$
DECLARE
    part record;
    dropped integer := 0;
BEGIN
    FOR part IN SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                WHERE i.inhparent = 'market.bars'::regclass LOOP
        IF replace(substring(part.name FROM 'bars_d(.*)'), 'm', '-')::bigint < day THEN
            EXECUTE format('DROP TABLE market.%I', part.name);
            dropped := dropped + 1;
        END IF;
    END LOOP;
    RETURN dropped;
END $$;

REVOKE ALL ON FUNCTION market.open_bar_day(bigint), market.drop_bar_days_before(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION market.open_bar_day(bigint), market.drop_bar_days_before(bigint) TO "${application}";
