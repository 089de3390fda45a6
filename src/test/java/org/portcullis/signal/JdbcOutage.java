package org.portcullis.signal;

import org.portcullis.engine.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that stops answering, and answers again. */
final class JdbcOutage {

    private JdbcOutage() {
    }

    static void set(TestDatabase database, boolean up) {
        String url = database.address().jdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
        JdbcClient superuser = JdbcClient.create(database.superuser());
        String role = database.address().username();
        superuser.sql((up ? "GRANT" : "REVOKE") + " CONNECT ON DATABASE \"" + name + "\" " + (up ? "TO" : "FROM")
                + " PUBLIC, \"" + role + "\"").update();
        if (!up) {
            superuser.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
                    + " AND usename = :role").param("name", name).param("role", role)
                    .query((row, number) -> 0).list();
        }
    }
}
