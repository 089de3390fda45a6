package org.portcullis.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedDatabaseTest {

    private static final Path BINARIES = TestDatabase.folder().resolve("bin");

    @TempDir
    Path home;

    @Test
    void nobody_connects_without_the_password_and_a_restart_keeps_what_was_committed() throws Exception {
        try (EmbeddedDatabase database = start()) {
            String url = database.address().jdbcUrl();
            for (String user : List.of("postgres", "portcullis", "portcullis_owner")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "").close())
                        .isInstanceOf(SQLException.class).hasMessageContaining("password");
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong").close())
                        .isInstanceOf(SQLException.class).hasMessageContaining("password");
            }
            assertThat(EmbeddedDatabase.running(home)).contains(database.address());
            JdbcClient.create(database.superuser("portcullis")).sql("CREATE TABLE public.kept (word text)").update();
            assertThat(Files.readString(home.resolve("postgres/pg_hba.conf")).lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank()))
                    .isNotEmpty().allMatch(line -> line.endsWith("scram-sha-256"));
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(tables(database)).isEqualTo(1);
        }
        assertThat(EmbeddedDatabase.running(home)).isEmpty();
        assertThat(Files.getPosixFilePermissions(home.resolve("secrets/postgres.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void the_server_left_by_a_killed_process_is_stopped_and_its_commits_are_there() throws Exception {
        Process process = fork();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().anyMatch("COMMITTED"::equals)).isTrue();
            process.destroyForcibly().waitFor();
        }
        long orphan = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0).strip());
        assertThat(ProcessHandle.of(orphan))
                .hasValueSatisfying(server -> assertThat(
                        OrphanPostgres.isServerOf(server, home.resolve("postgres"))).isTrue());

        OrphanPostgres.stopOn(home.resolve("postgres"));
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
        try (EmbeddedDatabase database = start()) {
            assertThat(tables(database)).isEqualTo(1);
        }
    }

    @Test
    void a_process_id_file_that_names_a_stranger_is_removed_and_the_stranger_lives() throws Exception {
        Path data = Files.createDirectories(home.resolve("postgres"));
        Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        OrphanPostgres.stopOn(data);
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_second_owner_of_the_same_folder_is_refused() {
        try (FolderLock first = FolderLock.acquire(home.resolve("postgres.lock"))) {
            assertThat(first).isNotNull();
            assertThatThrownBy(this::start).isInstanceOf(StoreUnavailable.class).hasMessageContaining("is held by");
        }
    }

    @Test
    void data_of_another_major_version_is_refused_with_both_numbers() throws Exception {
        Path data = Files.createDirectories(home.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");
        Files.createFile(data.resolve("portcullis-initialised"));
        assertThatThrownBy(this::start).isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("written by PostgreSQL 16").hasMessageContaining("brings 17");
    }

    @Test
    void a_first_start_that_was_cut_off_is_set_aside() throws Exception {
        Files.createDirectories(home.resolve("postgres"));
        Files.writeString(home.resolve("postgres/PG_VERSION"), "17\n");
        try (EmbeddedDatabase database = start()) {
            assertThat(tables(database)).isZero();
        }
        assertThat(home.resolve("postgres.incomplete-1/PG_VERSION")).exists();
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.createFile(home.resolve("not-a-folder"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file, BINARIES))
                .isInstanceOf(StoreUnavailable.class).hasMessageContaining("not-a-folder");
    }

    @Test
    void a_server_without_synchronous_commit_is_refused() {
        TestDatabase fresh = TestDatabase.fresh();
        PGSimpleDataSource careless = new PGSimpleDataSource();
        careless.setUrl(fresh.address().jdbcUrl());
        careless.setUser(fresh.address().username());
        careless.setPassword(fresh.address().password());
        DurableSettings.requireOn(careless);
        careless.setOptions("-c synchronous_commit=off");
        assertThatThrownBy(() -> DurableSettings.requireOn(careless))
                .isInstanceOf(StoreUnavailable.class).hasMessageContaining("synchronous_commit=off");
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(home, BINARIES);
    }

    private static long tables(EmbeddedDatabase database) {
        return JdbcClient.create(database.superuser("portcullis"))
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = 'kept'")
                .query(Long.class).single();
    }

    private Process fork() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EmbeddedDatabaseProcess.class.getName(),
                home.toString(), BINARIES.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
