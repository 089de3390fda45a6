package org.portcullis.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings every room's schema up to date: one Flyway run for each {@code db/migration/<room>} folder, with its history
 * in that schema, as the owner. Afterwards the application role gets its rights by the tables' names: a table ending in
 * {@code _log} may be read and appended to, nothing else, and refuses every change by trigger; any other table may
 * be read and written; the migration history may be read.
 */
public final class RoomMigrations {

    /** Rooms that may keep something, in the order of their walk. */
    static final List<String> ROOMS = List.of("journal", "market", "signal", "strategy", "risk", "order", "portfolio",
            "venue", "governance", "operations", "research", "web");

    private static final String HISTORY = "flyway_schema_history";

    private final DataSource owner;
    private final String applicationRole;

    /**
     * Works on one database.
     *
     * @param owner connects as the role that owns the schemas
     * @param applicationRole who is granted the use of them
     */
    public RoomMigrations(DataSource owner, String applicationRole) {
        this.owner = owner;
        this.applicationRole = applicationRole;
    }

    /** The schema of a room: its name, but {@code orders} for {@code order}, which is a word of SQL. */
    public static String schemaOf(String room) {
        return room.equals("order") ? "orders" : room;
    }

    /** Runs what has not run yet; running it again changes nothing. */
    public void run() {
        JdbcClient client = JdbcClient.create(owner);
        client.sql("CREATE SCHEMA IF NOT EXISTS store").update();
        client.sql("""
                CREATE OR REPLACE FUNCTION store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION '%.% is append-only: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
                        USING ERRCODE = 'insufficient_privilege';
                END $$""").update();
        createWorkflowSchema(client);
        for (String room : ROOMS) {
            if (hasMigrations(room)) {
                migrate(room);
                grant(client, schemaOf(room));
            }
        }
    }

    /** The workflow engine creates and upgrades its own tables, so the application role owns that schema. */
    private void createWorkflowSchema(JdbcClient client) {
        boolean present = client.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'camunda'")
                .query(Long.class).single() > 0;
        if (!present) {
            client.sql("CREATE SCHEMA camunda").update();
            client.sql("GRANT ALL ON SCHEMA camunda TO " + quoted(applicationRole)).update();
        }
    }

    private static boolean hasMigrations(String room) {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/" + room + "/*.sql").length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the migrations of " + room, e);
        }
    }

    private void migrate(String room) {
        String schema = schemaOf(room);
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema).defaultSchema(schema).table(HISTORY)
                .locations("classpath:db/migration/" + room)
                .placeholders(Map.of("application", applicationRole))
                .cleanDisabled(true).validateMigrationNaming(true)
                .load().migrate();
    }

    private void grant(JdbcClient client, String schema) {
        String role = quoted(applicationRole);
        client.sql("GRANT USAGE ON SCHEMA " + schema + " TO " + role).update();
        client.sql("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + role).update();
        for (String table : tablesOf(client, schema)) {
            String name = schema + "." + quoted(table);
            client.sql("REVOKE ALL ON " + name + " FROM " + role).update();
            client.sql("GRANT " + rightsOn(table) + " ON " + name + " TO " + role).update();
            if (table.endsWith("_log")) {
                refuseChanges(client, name);
            }
        }
    }

    private static List<String> tablesOf(JdbcClient client, String schema) {
        return client.sql("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = :schema AND c.relkind IN ('r', 'p') ORDER BY c.relname""")
                .param("schema", schema).query(String.class).list();
    }

    private static String rightsOn(String table) {
        if (table.equals(HISTORY)) {
            return "SELECT";
        }
        return table.endsWith("_log") ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
    }

    /** ALWAYS: fires in a replication session too, where ordinary triggers are silent. */
    private static void refuseChanges(JdbcClient client, String table) {
        client.sql("CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON " + table
                + " FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change()").update();
        client.sql("ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER append_only").update();
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
