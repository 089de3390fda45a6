package org.portcullis.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.risk.DecisionBook;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyProposed;
import org.springframework.util.FileSystemUtils;

/** The kill switch and a rule without an end in the running application: what stops, and who is told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillWalkTest {

    private static final String PASSWORD = "only-for-this-walk";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;
    private static Path home;
    private static Path rules;
    private static RunningPortcullis portcullis;
    private static Rest rest;
    private static int atWork;
    private static long detectedMs;
    private static long cancelledMs;
    private static JsonNode killAlert;

    /** Orders fill so slowly that they are at work for hours. */
    @BeforeAll
    static void throw_the_switch_while_orders_work() throws IOException {
        home = folder.resolve("home");
        rules = folder.resolve("rules");
        FileSystemUtils.copyRecursively(Path.of("rules"), rules);
        Files.writeString(rules.resolve("policy.yaml"), """

                  walk:
                    order.gating: over-notional
                    order.approval-wait: 24h
                    order.stale-after: 24h
                    venue.paper.participation-pct: 0.01
                """, StandardOpenOption.APPEND);
        portcullis = RunningPortcullis.start(home, "portcullis.rules-path=" + rules, "portcullis.policy.profile=walk",
                "portcullis.feed.replay.path=" + Bars.generated(folder.resolve("bars"), 7, 900),
                "portcullis.feed.replay.pre-roll=700", "portcullis.feed.replay.speed=60",
                "PORTCULLIS_ADMIN_PASSWORD=" + PASSWORD);
        rest = new Rest(portcullis.url(), "admin", PASSWORD);
        until(() -> working() > 0);
        atWork = working();
        long start = System.nanoTime();
        Files.createFile(home.resolve("KILL_SWITCH"));
        until(() -> alert("open", "KILL_SWITCH") != null);
        detectedMs = Duration.ofNanos(System.nanoTime() - start).toMillis();
        killAlert = alert("open", "KILL_SWITCH");
        until(() -> working() == 0);
        cancelledMs = Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @AfterAll
    static void stop() {
        if (portcullis != null) {
            portcullis.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("S2-K3: the kill file cancels every order at work and raises a critical alert")
    void the_kill_cancels_and_is_a_critical_alert() {
        assertThat(atWork).isPositive();
        assertThat(working()).isZero();
        assertThat(killAlert.get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(killAlert.get("text").asText()).contains("trading was stopped by");
        assertThat(killAlert.get("toDo").asText()).contains("second person");
        assertThat(portcullis.jdbc().sql("SELECT count(*) FROM orders.orders WHERE state = 'CANCELED'")
                .query(Long.class).single()).isGreaterThanOrEqualTo(atWork);
    }

    @Test
    @Order(2)
    @DisplayName("S2-REQ-K1, B-R17: the alert is there within 5 s of the file, the orders are cancelled within 10 s")
    void the_kill_is_fast() {
        assertThat(detectedMs).as("alerted after, in ms").isLessThan(5_000);
        assertThat(cancelledMs).as("cancelled after, in ms").isLessThan(10_000);
    }

    @Test
    @Order(3)
    @DisplayName("S2-K3: a proposal that comes while the switch is on is denied for that reason")
    void proposals_are_denied() {
        String denied = proposed("kill-walk");
        assertThat(reasons(denied)).contains("KILL_SWITCH_ON");
    }

    @Test
    @Order(4)
    @DisplayName("S2-K3: re-arming ends the alert with time, person and reason")
    void rearming_ends_the_alert() {
        rest.post("/api/v1/kill/rearm", "{\"reason\":\"it was a drill\"}");
        until(() -> alert("open", "KILL_SWITCH") == null);
        JsonNode closed = alert("closed", "KILL_SWITCH").get("closed");
        assertThat(closed.get("by").asText()).isEqualTo("admin");
        assertThat(closed.get("text").asText()).isEqualTo("it was a drill");
        assertThat(closed.get("atMs").asLong()).isGreaterThanOrEqualTo(killAlert.get("recordedAtMs").asLong());
    }

    @Test
    @Order(5)
    @DisplayName("R2: a rule without an end is stopped, nothing is traded, and the alert names rule and file")
    void an_endless_rule_is_stopped_and_alerted() throws IOException {
        Path data = rules.resolve("risk/data.drl");
        String good = Files.readString(data);
        String version = rest.get("/api/v1/status").at("/status/rulesVersion").asText();
        Files.writeString(data, good + """

                // Brought by an edit.
                rule "risk.data.feed-itself"
                    agenda-group "risk.data"
                when
                    $mark : MarkAge( )
                then
                    insert( new MarkAge( true, $mark.ageMs() + 1 ) );
                end
                """);
        until(() -> !rest.get("/api/v1/status").at("/status/rulesVersion").asText().equals(version));
        String denied = proposed("endless-walk");
        assertThat(reasons(denied)).containsExactly("RULES_FAILED");
        until(() -> alert("open", "RULES_STOPPED") != null);
        JsonNode alert = alert("open", "RULES_STOPPED");
        assertThat(alert.get("severity").asText()).isEqualTo("CRITICAL");
        assertThat(alert.get("subject").asText()).contains("risk.data").contains("risk/data.drl");
        assertThat(alert.get("text").asText()).contains("was denied");
        Files.writeString(data, good);
        until(() -> rest.get("/api/v1/status").at("/status/rulesVersion").asText().equals(version));

        // the limit of firings may have met either rule of the file, so there may be an alert for each
        for (JsonNode open = alert("open", "RULES_STOPPED"); open != null; open = alert("open", "RULES_STOPPED")) {
            String path = "/api/v1/alerts/" + open.get("alertId").asText() + "/acknowledge";
            assertThat(rest.post(path, "{\"reason\":\"the edit was taken back\"}").at("/closed/by").asText())
                    .isEqualTo("admin");
            assertThat(rest.status(path, "{\"reason\":\"once more\"}")).isEqualTo(404);
        }
    }

    private static int working() {
        return portcullis.jdbc().sql("SELECT count(*) FROM orders.orders WHERE state IN ('NEW', 'OPEN',"
                + " 'PARTIAL_FILL')").query(Integer.class).single();
    }

    private static JsonNode alert(String state, String code) {
        return rest.get("/api/v1/alerts?state=" + state + "&code=" + code).get(0);
    }

    /** Sends a proposal like the last one on its way, and waits for what the desk decides; its decision id. */
    private static String proposed(String name) {
        String newest = portcullis.jdbc().sql("SELECT decision_id FROM risk.decisions_log WHERE intent = 'ENTER'"
                + " ORDER BY decided_at DESC LIMIT 1").query(String.class).single();
        Proposal like = portcullis.bean(DecisionBook.class).find(newest).orElseThrow().decision().proposal();
        Proposal proposal = new Proposal(name, like.strategy(), like.rule(), like.intent(), like.instrument(),
                like.side(), like.barOpenTimeMs(), like.decidedAtMs(), like.referencePriceE8(), like.stopPriceE8(),
                like.targetPriceE8(), like.confidence(), like.rulesVersion(), like.features());
        portcullis.bean(MessageBus.class).send(Addresses.STRATEGY_PROPOSED, name, new StrategyProposed(proposal, 1));
        until(() -> !decisions(name).isEmpty());
        return decisions(name).get(0);
    }

    private static List<String> decisions(String proposal) {
        return portcullis.jdbc().sql("SELECT decision_id FROM risk.decisions_log WHERE proposal_id = :id")
                .param("id", proposal).query(String.class).list();
    }

    private static List<String> reasons(String decisionId) {
        return portcullis.bean(DecisionBook.class).find(decisionId).orElseThrow().reasons().stream()
                .map(Enum::name).toList();
    }

    private static void until(Callable<Boolean> met) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(met);
    }
}
