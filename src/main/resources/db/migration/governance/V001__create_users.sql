-- Users and their roles; a password is kept only as a salted hash.
CREATE TABLE governance.users (
    username      text        PRIMARY KEY CHECK (username ~ '^[a-z0-9][a-z0-9.-]{1,39}$'),
    password_hash text        NOT NULL CHECK (password_hash LIKE '{%}%'),
    enabled       boolean     NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE governance.user_roles (
    username text NOT NULL REFERENCES governance.users ON DELETE CASCADE,
    role     text NOT NULL CHECK (role IN ('VIEWER', 'TRADER', 'APPROVER', 'RISK_OFFICER', 'ADMIN')),
    PRIMARY KEY (username, role)
);
