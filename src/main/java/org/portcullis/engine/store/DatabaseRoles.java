package org.portcullis.engine.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * The two roles of the embedded server. {@code portcullis_owner} owns every room's schema and runs the migrations;
 * {@code portcullis} is what the application speaks as, so that it has no right to change what is append-only.
 */
final class DatabaseRoles {

    static final String OWNER = "portcullis_owner";
    static final String APPLICATION = "portcullis";
    static final String DATABASE = "portcullis";

    private DatabaseRoles() {
    }

    /** Creates what is missing and sets both passwords; passwords are hexadecimal, so quoting is safe. */
    static void ensure(DataSource superuser, String ownerPassword, String applicationPassword) throws SQLException {
        try (Connection connection = superuser.getConnection(); Statement statement = connection.createStatement()) {
            ensureRole(statement, OWNER, ownerPassword);
            ensureRole(statement, APPLICATION, applicationPassword);
            ensureDatabase(statement, DATABASE);
        }
    }

    private static void ensureRole(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " LOGIN");
        }
        statement.execute("ALTER ROLE " + role + " PASSWORD '" + password + "'");
    }

    private static void ensureDatabase(Statement statement, String database) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            statement.execute("CREATE DATABASE " + database + " OWNER " + OWNER);
        }
        statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + database + " TO " + APPLICATION);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }
}
