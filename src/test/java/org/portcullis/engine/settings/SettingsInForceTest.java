package org.portcullis.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Which settings there are, where they come from, and that what is wrong ends the start. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsInForceTest {

    private static final Resource SHIPPED = new FileSystemResource(Path.of("src/main/resources/application.yaml"));

    @Test
    @DisplayName("S2-REQ-C1: what is shipped has nothing wrong in any of its profiles")
    void what_is_shipped_has_nothing_wrong() throws IOException {
        StandardEnvironment environment = environment(Map.of(), Map.of());
        new YamlPropertySourceLoader().load("shipped", SHIPPED)
                .forEach(environment.getPropertySources()::addFirst);
        environment.getPropertySources().addFirst(new MapPropertySource("folders",
                Map.of("portcullis.home", "data", "portcullis.webapp", "file:webapp/")));
        assertThat(SettingsInForce.of(environment).problems()).isEmpty();
    }

    @Test
    @DisplayName("S2-CS1 S2-REQ-C1: an unknown key is refused with its place and what was probably meant")
    void an_unknown_key_is_refused() {
        assertThat(problems(Map.of("portcullis.read-onyl", "true"))).singleElement().asString()
                .isEqualTo("command line: portcullis.read-onyl is no setting; did you mean portcullis.read-only?");
        assertThat(problems(Map.of("portcullis.nothing.like.it", "1"))).singleElement().asString()
                .isEqualTo("command line: portcullis.nothing.like.it is no setting");
        assertThat(problems(Map.of("portcullis.feed.live.symbol[0]", "BTCUSDT"))).hasSize(1);
        for (String form : List.of("portcullis.read-only", "portcullis.readOnly", "portcullis.read_only",
                "portcullis.feed.live.symbols[0]")) {
            assertThat(problems(Map.of(form, "true"))).as(form).isEmpty();
        }
    }

    @Test
    @DisplayName("S2-CS1 S2-REQ-C1: a key that is no longer read is refused and told the new one")
    void a_former_key_is_refused() {
        assertThat(problems(Map.of("portcullis.dry-run", "true")))
                .containsExactly("command line: portcullis.dry-run is no longer read; use portcullis.mode");
    }

    @Test
    @DisplayName("S2-REQ-C1: a value on its bound is taken, one step beyond it is refused, and so is another type")
    void a_value_that_does_not_fit_is_refused() {
        assertThat(problems(Map.of("portcullis.store.pool-size", "2"))).isEmpty();
        assertThat(problems(Map.of("portcullis.store.pool-size", "80"))).isEmpty();
        assertThat(problems(Map.of("portcullis.store.pool-size", "1"))).containsExactly(
                "command line: portcullis.store.pool-size is 1, smallest permitted is 2 connections");
        assertThat(problems(Map.of("portcullis.store.pool-size", "81"))).containsExactly(
                "command line: portcullis.store.pool-size is 81, largest permitted is 80 connections");
        assertThat(problems(Map.of("portcullis.store.pool-size", "many"))).containsExactly(
                "command line: portcullis.store.pool-size is not an integer: many");
        assertThat(problems(Map.of("portcullis.mode", "PAPERS"))).containsExactly(
                "command line: portcullis.mode must be one of [DRY_RUN, PAPER, LIVE], is PAPERS");
        assertThat(problems(Map.of("portcullis.read-only", "no"))).containsExactly(
                "command line: portcullis.read-only must be true or false, is no");
        assertThat(problems(Map.of("portcullis.clock.every", "24h"))).isEmpty();
        assertThat(problems(Map.of("portcullis.clock.every", "86400001ms"))).hasSize(1);
        assertThat(problems(Map.of("portcullis.account.cash", "0"))).hasSize(1);
    }

    @Test
    @DisplayName("S2-REQ-C1: the line of a file is named")
    void the_line_of_a_file_is_named() throws IOException {
        StandardEnvironment environment = environment(Map.of(), Map.of());
        Resource file = new ByteArrayResource("portcullis:\n  mode: PAPER\n  red-only: true\n".getBytes()) {
            @Override
            public String getFilename() {
                return "application.yaml";
            }
        };
        new YamlPropertySourceLoader().load("file", file).forEach(environment.getPropertySources()::addFirst);
        SettingsInForce settings = SettingsInForce.of(environment);
        assertThat(settings.problems()).containsExactly(
                "application.yaml:3: portcullis.red-only is no setting; did you mean portcullis.read-only?");
        assertThat(value(settings, "portcullis.mode").from()).isEqualTo("application.yaml:2");
    }

    @Test
    @DisplayName("S2-CS1: a slip in an environment variable is refused; variables that a platform adds are not ours")
    void a_slip_in_a_variable_is_refused() {
        assertThat(variables(Map.of("PORTCULLIS_READ_ONLY", "true", "PORTCULLIS_READONLY", "true",
                "PORTCULLIS_ADMIN_PASSWORD", "x", "PORTCULLIS_SERVICE_HOST", "203.0.113.7",
                "PORTCULLIS_PORT_8080_TCP_ADDR", "203.0.113.7", "PORTCULLIS_PORT", "tcp://203.0.113.7:8080",
                "PORTCULLIS_SERVICE_PORT", "8080", "PORTCULLIS_CLOCK_SERVERS_0", "a"))).isEmpty();
        assertThat(variables(Map.of("PORTCULLIS_MODUS", "PAPER"))).containsExactly(
                "environment variable PORTCULLIS_MODUS is no setting; did you mean PORTCULLIS_MODE?");
    }

    @Test
    @DisplayName("S2-REQ-C1: every value tells where it comes from; a secret is told as set and never shown")
    void every_value_tells_where_it_comes_from() {
        SettingsInForce settings = SettingsInForce.of(environment(Map.of("portcullis.mode", "PAPER",
                "portcullis.broker.url", "tcp://joe:" + "hidden@host:61616", "portcullis.feed.live.symbols[0]", "A",
                "portcullis.feed.live.symbols[1]", "B"), Map.of("PORTCULLIS_BROKER_PASSWORD", "hidden")));
        assertThat(value(settings, "portcullis.mode").value()).isEqualTo("PAPER");
        assertThat(value(settings, "portcullis.mode").from()).isEqualTo("command line");
        assertThat(value(settings, "portcullis.feed.live.symbols").value()).isEqualTo("A,B");
        assertThat(value(settings, "portcullis.store.pool-size").value()).isEqualTo("20");
        assertThat(value(settings, "portcullis.store.pool-size").from()).isEqualTo("default");
        assertThat(value(settings, "portcullis.broker.password").value()).isEqualTo("set");
        assertThat(settings.values().toString()).doesNotContain("hidden");
    }

    @Test
    @DisplayName("S2-CS1: equal settings have equal hashes, a changed one another")
    void a_changed_setting_changes_the_hash() {
        String hash = SettingsInForce.of(environment(Map.of(), Map.of())).hash();
        assertThat(hash).matches("[0-9a-f]{16}");
        assertThat(SettingsInForce.of(environment(Map.of("portcullis.store.pool-size", "20"), Map.of())).hash())
                .isEqualTo(hash);
        assertThat(SettingsInForce.of(environment(Map.of("portcullis.store.pool-size", "21"), Map.of())).hash())
                .isNotEqualTo(hash);
    }

    @Test
    @DisplayName("S2-REQ-C1: a start with problems ends with all of them before anything is opened")
    void a_start_with_problems_ends() {
        assertThatIllegalStateException().isThrownBy(() -> new SettingsCheck().postProcessEnvironment(
                environment(Map.of("portcullis.mdoe", "PAPER", "portcullis.store.pool-size", "0"), Map.of()),
                new SpringApplication())).withMessageContaining("nothing was started")
                .withMessageContaining("portcullis.mdoe").withMessageContaining("portcullis.store.pool-size is 0");
    }

    private static List<String> problems(Map<String, Object> given) {
        return SettingsInForce.of(environment(given, Map.of())).problems();
    }

    private static List<String> variables(Map<String, Object> given) {
        return SettingsInForce.of(environment(Map.of(), given)).problems();
    }

    private static SettingValue value(SettingsInForce settings, String key) {
        return settings.values().stream().filter(value -> value.setting().key().equals(key)).findFirst().orElseThrow();
    }

    private static StandardEnvironment environment(Map<String, Object> commandLine, Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", commandLine));
        return environment;
    }
}
