-- A signal is taken once only, kept before it is answered, and sent on from here after a crash (S4-01).
CREATE TABLE inbox (
    signal_id         text        PRIMARY KEY,
    content_hash      text        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('RECEIVED', 'SENT', 'STALE', 'NOTIFICATION')),
    source            text        NOT NULL,
    strategy          text        NOT NULL,
    mapping           text        NOT NULL,
    address           text        NOT NULL,
    instrument        text,
    side              text        CHECK (side IN ('BUY', 'SELL')),
    target            text        CHECK (target IN ('LONG', 'FLAT', 'SHORT')),
    quantity_e8       bigint      NOT NULL CHECK (quantity_e8 >= 0),
    price_e8          bigint      NOT NULL CHECK (price_e8 >= 0),
    fired_at          timestamptz,
    received_at       timestamptz NOT NULL,
    sent_at           timestamptz,
    journal_sequence  bigint      NOT NULL,
    signal            jsonb,
    CHECK ((signal IS NULL) = (state = 'NOTIFICATION'))
);
CREATE INDEX inbox_by_content ON inbox (content_hash, received_at);
CREATE INDEX inbox_by_time ON inbox (received_at DESC, signal_id);
CREATE INDEX inbox_waiting ON inbox (received_at) WHERE state = 'RECEIVED';
