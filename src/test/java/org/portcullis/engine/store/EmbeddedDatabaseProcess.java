package org.portcullis.engine.store;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of its own that starts the database, commits one row and waits to be killed. */
final class EmbeddedDatabaseProcess {

    private EmbeddedDatabaseProcess() {
    }

    public static void main(String[] arguments) throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), Path.of(arguments[1]));
        JdbcClient client = JdbcClient.create(database.superuser("portcullis"));
        client.sql("CREATE TABLE public.kept (word text)").update();
        client.sql("INSERT INTO public.kept VALUES ('committed')").update();
        System.out.println("COMMITTED");
        System.in.read();
    }
}
