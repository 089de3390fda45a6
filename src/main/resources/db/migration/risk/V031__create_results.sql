-- How an account fares by what its fills realised: what the breakers of loss compare (S2-CB3, S2-REQ-DD1, S0-07).
CREATE TABLE results (
    account        text    PRIMARY KEY,
    equity_e8      bigint  NOT NULL,
    peak_e8        bigint  NOT NULL,
    losing_streak  integer NOT NULL CHECK (losing_streak >= 0)
);
CREATE TABLE daily_results (
    account      text   NOT NULL,
    day          date   NOT NULL,
    realised_e8  bigint NOT NULL,
    PRIMARY KEY (account, day)
);
-- What a trade that has not ended realised so far: only its end says whether it lost.
CREATE TABLE open_results (
    account      text   NOT NULL,
    instrument   text   NOT NULL,
    strategy     text   NOT NULL,
    realised_e8  bigint NOT NULL,
    PRIMARY KEY (account, instrument, strategy)
);
