package org.portcullis.engine.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

/** What makes a committed transaction survive a crash; a server without it is refused. */
final class DurableSettings {

    private static final List<String> REQUIRED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private DurableSettings() {
    }

    /**
     * Asks the server itself.
     *
     * @throws StoreUnavailable when one of the settings is off or the server does not answer
     */
    static void requireOn(DataSource database) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String setting : REQUIRED) {
                try (ResultSet answer = statement.executeQuery("SHOW " + setting)) {
                    answer.next();
                    if ("off".equals(answer.getString(1))) {
                        throw new StoreUnavailable("PostgreSQL runs with " + setting
                                + "=off: a crash could lose committed orders; switch it on in postgresql.conf");
                    }
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("the database does not answer: " + e.getMessage(), e);
        }
    }
}
