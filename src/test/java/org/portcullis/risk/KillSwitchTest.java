package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.risk.adapter.store.KillFile;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KillSwitchTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path home;
    private Path file;
    private KillSwitch kill;
    private final List<KillState> told = new ArrayList<>();

    @BeforeEach
    void open() {
        file = home.resolve(KillFile.NAME);
        kill = open(home);
        kill.onChange(told::add);
    }

    @Test
    @DisplayName("S2-K2: the presence of an empty file is enough, and a poll tells it once")
    void an_empty_file_is_enough_and_is_told_once() throws IOException {
        assertThat(kill.isOn()).isFalse();
        Files.createFile(file);
        assertThat(kill.isOn()).isTrue();
        kill.poll();
        kill.poll();
        assertThat(told).singleElement().isInstanceOf(KillState.On.class);
        Files.delete(file);
        kill.poll();
        assertThat(told).last().isEqualTo(new KillState.Off());
        assertThat(kill.isOn()).isFalse();
    }

    @Test
    @DisplayName("S2-K3: throwing writes who, why and when, and tells at once")
    void throwing_writes_who_why_and_when_and_tells_at_once() throws IOException {
        KillState.On on = kill.throwSwitch("alice", "prices \"odd\"");
        assertThat(on).isEqualTo(new KillState.On("alice", "prices \"odd\"", NOW));
        assertThat(told).containsExactly(on);
        assertThat(Files.readString(file)).contains("alice");
        try (var files = Files.list(home)) {
            assertThat(files).as("no draft is left").containsExactly(file);
        }
    }

    @Test
    void the_first_author_stays_and_a_restart_does_not_forget() {
        kill.throwSwitch("alice", "first");
        kill.throwSwitch("bob", "second");
        KillSwitch restarted = open(home);
        assertThat(restarted.isOn()).isTrue();
        assertThat(restarted.state()).isEqualTo(new KillState.On("alice", "first", NOW));
    }

    @Test
    void the_person_who_threw_it_cannot_rearm_and_a_second_one_can() {
        assertThat(kill.rearm("bob", "nothing to do")).isEqualTo(new Rearming.NotOn());
        kill.throwSwitch(" alice", "odd prices");
        assertThat(kill.rearm("Alice ", "looks fine")).isEqualTo(new Rearming.SecondPersonNeeded("alice"));
        assertThat(kill.isOn()).isTrue();
        assertThat(kill.rearm("bob", "looked at it")).isInstanceOf(Rearming.Rearmed.class);
        assertThat(kill.isOn()).isFalse();
        assertThat(told).last().isEqualTo(new KillState.Off());
    }

    @Test
    void whatever_cannot_be_read_counts_as_on() throws IOException {
        Files.createDirectory(file);
        assertThat(kill.isOn()).as("a folder in its place").isTrue();
        assertThat(kill.state()).isInstanceOf(KillState.On.class);
        Files.delete(file);
        Files.createSymbolicLink(file, home.resolve("nowhere"));
        assertThat(kill.isOn()).as("a dangling link").isTrue();
        assertThat(kill.state()).isInstanceOf(KillState.On.class);
        Files.delete(file);
        Files.writeString(file, "{\"by\":\"alice\",\"at\":\"yesterday\"}");
        assertThat(kill.state()).isInstanceOf(KillState.On.class);
        Files.writeString(file, "\0".repeat(100_000));
        assertThat(kill.state()).isInstanceOf(KillState.On.class);
    }

    @Test
    void a_failing_listener_does_not_keep_the_next_from_being_told() {
        List<KillState> second = new ArrayList<>();
        KillSwitch other = open(home.resolve("other"));
        other.onChange(state -> {
            throw new IllegalStateException("listener");
        });
        other.onChange(second::add);
        other.throwSwitch("alice", "reason");
        assertThat(second).hasSize(1);
    }

    @Test
    void a_switch_without_a_person_or_a_reason_is_refused() {
        assertThatThrownBy(() -> kill.throwSwitch("alice", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> kill.throwSwitch(" ", "reason")).isInstanceOf(IllegalArgumentException.class);
        assertThat(kill.isOn()).isFalse();
    }

    @Test
    void a_home_that_is_no_folder_counts_as_on() throws IOException {
        KillSwitch broken = open(Files.createFile(home.resolve("file")));
        assertThat(broken.isOn()).isTrue();
        assertThat(broken.throwSwitch("alice", "reason").by()).isEqualTo("unknown");
    }

    @Test
    void a_draft_that_cannot_be_written_says_what_to_do() throws IOException {
        Files.createDirectory(home.resolve(KillFile.NAME + ".draft"));
        assertThatThrownBy(() -> kill.throwSwitch("alice", "reason")).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("by hand");
    }

    private static KillSwitch open(Path home) {
        return KillSwitch.inHome(home, Json.shared(), InstantSource.fixed(NOW));
    }
}
