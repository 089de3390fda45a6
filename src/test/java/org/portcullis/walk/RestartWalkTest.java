package org.portcullis.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.engine.time.WallTime;
import org.portcullis.operations.rehearsal.DatabaseProcess;
import org.portcullis.operations.rehearsal.Victim;
import org.springframework.util.FileSystemUtils;

/**
 * The application as a process of its own, stopped in good order and started again, then killed together with its
 * database and started again: what it answers stays the same.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestartWalkTest {

    private static final String PASSWORD = "only-for-this-walk";
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Pattern ADDRESS = Pattern.compile("Portcullis is up: +(http://localhost:\\d+)/");

    @TempDir
    private static Path folder;
    private static Path home;
    private static List<String> settings;
    private static final Map<String, JsonNode> BEFORE = new TreeMap<>();
    private static final Map<String, JsonNode> STOPPED = new TreeMap<>();
    private static final Map<String, JsonNode> KILLED = new TreeMap<>();
    private static final List<Victim> VICTIMS = new ArrayList<>();
    private static int stopCode;

    @BeforeAll
    static void stop_start_kill_start() throws IOException {
        home = folder.resolve("home");
        Path rules = folder.resolve("rules");
        FileSystemUtils.copyRecursively(Path.of("rules"), rules);
        Files.writeString(rules.resolve("policy.yaml"), """

                  walk:
                    order.gating: none
                    order.stale-after: 24h
                    venue.paper.participation-pct: 0.01
                    risk.positions-max: 10
                    risk.exposure-total-pct-max: 60
                    risk.exposure-asset-pct-max: 10
                    risk.exit.trim-pct-max: 100
                    risk.cooldown-after-fill: 24h
                    risk.breaker.losing-streak.ends: cool-off
                """, StandardOpenOption.APPEND);
        Path bars = cut(Bars.generated(folder.resolve("bars"), 7, 700));
        settings = List.of("--portcullis.home=" + home, "--portcullis.rules-path=" + rules,
                "--portcullis.policy.profile=walk", "--portcullis.feed.replay.path=" + bars,
                "--portcullis.feed.replay.speed=max", "--portcullis.feed.replay.lock-step=true",
                "--portcullis.mode=PAPER", "--portcullis.strategy.enabled=momentum-core", "--server.port=0",
                "--management.server.port=-1", "--portcullis.broker.max-disk-usage-pct=-1",
                "--PORTCULLIS_ADMIN_PASSWORD=" + PASSWORD);
        try {
            Victim first = started("first");
            act(first);
            look(first, BEFORE);
            stopCode = first.stop(Duration.ofMinutes(1));
            Victim second = started("second");
            look(second, STOPPED);
            second.kill();
            DatabaseProcess.killOn(home);
            Victim third = started("third");
            look(third, KILLED);
            third.stop(Duration.ofMinutes(1));
        } finally {
            VICTIMS.forEach(Victim::kill);
            DatabaseProcess.killOn(home);
        }
    }

    /** Bars end two minutes after an order that needs many of them to be filled. */
    private static Path cut(Path bars) throws IOException {
        long endMs = Instant.parse("2026-03-02T01:57:00Z").toEpochMilli();
        try (Stream<Path> files = Files.list(bars)) {
            for (Path file : files.toList()) {
                Files.write(file, Files.readAllLines(file).stream().filter(line -> !Character.isDigit(line.charAt(0))
                        || Long.parseLong(line.substring(0, line.indexOf(','))) < endMs).toList());
            }
        }
        return bars;
    }

    /** What bars alone do not bring: a tripped breaker, a ban, an acknowledged alert. */
    private static void act(Victim victim) {
        Rest admin = rest(victim);
        admin.post("/api/v1/breakers/trip", "{\"rung\":\"BLOCK_ENTRIES\",\"scope\":\"SYMBOL\",\"of\":\"XRPUSDT\","
                + "\"reason\":\"odd prints\"}");
        admin.post("/api/v1/universe/ADAUSDT/ban", "{\"reason\":\"wash trading\"}");
        await().atMost(PATIENCE).until(() -> admin.get("/api/v1/alerts?code=BY_HAND").size() == 1);
        String alert = admin.get("/api/v1/alerts?code=BY_HAND").get(0).get("alertId").asText();
        admin.post("/api/v1/alerts/" + alert + "/acknowledge", "{\"reason\":\"looking at it\"}");
    }

    private static void look(Victim victim, Map<String, JsonNode> into) {
        Rest rest = rest(victim);
        into.put("positions", rest.get("/api/v1/positions"));
        into.put("realised profit", rest.get("/api/v1/equity?days=1").get("account"));
        into.put("fills", rest.get("/api/v1/fills?limit=1000"));
        into.put("orders at work", rest.get("/api/v1/orders?limit=1000&open=true"));
        into.put("orders", rest.get("/api/v1/orders?limit=1000"));
        into.put("breakers", rest.get("/api/v1/breakers"));
        into.put("bans", rest.get("/api/v1/universe").get("bans"));
        await().atMost(PATIENCE).until(() -> rows("operations.alerts", "closed_at IS NULL").size()
                == rest.get("/api/v1/alerts").size());
        into.put("alerts", rest.get("/api/v1/alerts?state=all"));
        into.put("cooldowns", rows("risk.cooldowns", "true"));
        into.put("protections", rows("risk.protections", "true"));
        into.put("twins", rows("orders.shadow_trades", "true"));
        into.put("days of equity", rows("portfolio.equity_days", "true"));
    }

    /** What no page shows, as it is kept; rows in the order of their text. */
    private static JsonNode rows(String table, String where) {
        try (StoreVisit visit = StoreVisit.to(home)) {
            String text = visit.jdbc().sql("SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t::text), '[]')::text FROM "
                    + table + " t WHERE " + where).query(String.class).single();
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Victim started(String name) throws IOException {
        Path reports = home.resolve("reports");
        FileSystemUtils.deleteRecursively(reports);
        Victim victim = Victim.start(settings, folder.resolve(name + ".log"), new WallTime());
        VICTIMS.add(victim);
        assertThat(victim.awaitReady(PATIENCE)).as(() -> "the start came to its end, after " + victim.elapsedMillis()
                + " ms: " + tail(victim.log())).isTrue();
        await().atMost(PATIENCE).until(() -> holdsFile(reports));
        return victim;
    }

    private static String tail(Path log) {
        try {
            String said = Files.readString(log);
            return said.substring(Math.max(0, said.length() - 4_000));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean holdsFile(Path reports) throws IOException {
        if (!Files.isDirectory(reports)) {
            return false;
        }
        try (Stream<Path> files = Files.list(reports)) {
            return files.anyMatch(file -> file.toString().endsWith(".json"));
        }
    }

    private static Rest rest(Victim victim) {
        return new Rest(said(victim, ADDRESS), "admin", PASSWORD);
    }

    private static String said(Victim victim, Pattern words) {
        try {
            Matcher found = words.matcher(Files.readString(victim.log()));
            assertThat(found.find()).as("%s says %s", victim.log(), words).isTrue();
            return found.group(1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest(name = "S2-ST2: {0} survive a stop and a kill")
    @ValueSource(strings = {"positions", "realised profit", "fills", "orders at work", "orders",
        "breakers", "bans", "alerts", "cooldowns", "protections", "twins", "days of equity"})
    void it_survives(String what) {
        assertThat(BEFORE.get(what)).as("there is something to survive").isNotEmpty();
        assertThat(STOPPED.get(what)).as("after a stop").isEqualTo(BEFORE.get(what));
        assertThat(KILLED.get(what)).as("after a kill").isEqualTo(BEFORE.get(what));
    }

    @Test
    @DisplayName("S2-ST2: positions, profit, cooldowns and open orders were at stake, and the stop was a good one")
    void something_was_at_stake() {
        assertThat(BEFORE.get("positions").size()).isPositive();
        assertThat(BEFORE.get("realised profit").at("/fees").asText()).isNotEqualTo("0");
        assertThat(BEFORE.get("orders at work").findValuesAsText("state")).containsAnyOf("OPEN", "PARTIAL_FILL");
        assertThat(BEFORE.get("protections").size()).isPositive();
        assertThat(BEFORE.get("alerts").findValuesAsText("code")).contains("BY_HAND");
        assertThat(stopCode).as("exit code of a process that was asked to stop").isIn(0, 143);
    }
}
