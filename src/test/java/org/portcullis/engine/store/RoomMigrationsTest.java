package org.portcullis.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomMigrationsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void the_application_speaks_as_its_own_role() {
        assertThat(DATABASE.jdbc().sql("SELECT current_user").query(String.class).single()).isEqualTo("portcullis");
    }

    @Test
    void the_packed_server_is_the_version_we_say() {
        int number = DATABASE.jdbc().sql("SELECT current_setting('server_version_num')::int")
                .query(Integer.class).single();
        assertThat(number / 10_000).isEqualTo(EmbeddedDatabase.POSTGRES_MAJOR);
    }
}
