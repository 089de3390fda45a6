package org.portcullis.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Universe;
import org.portcullis.market.UniverseDesk;
import org.portcullis.operations.ReplayFigures;
import org.portcullis.strategy.StrategyFloor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Patterns, the model, regimes and the universe through everything: from bars to orders. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatternWalkTest {

    private static final int MINUTES = 900;
    private static final String SECRET = "only-for-tests-walk-0123456789";

    @TempDir
    static Path folder;

    private static ReplayFigures figures;
    private static List<String> scored;
    private static List<String> unscored;
    private static long unapproved;
    private static long withRegime;
    private static long deskExits;
    private static long proposals;
    private static Universe universe;
    private static int alertStatus;
    private static List<String> alertRules;
    private static List<String> alertStates;

    @BeforeAll
    static void replay() {
        Path bars = Bars.generated(folder.resolve("bars"), 7, MINUTES);
        try (RunningPortcullis portcullis = RunningPortcullis.start(folder.resolve("home"),
                "portcullis.feed.replay.path=" + bars, "portcullis.feed.replay.speed=max",
                "portcullis.feed.replay.lock-step=true",
                "portcullis.strategy.enabled=smc-scalper,false-breakout,alert-follower",
                "TRADINGVIEW_SECRET_WALK=" + SECRET,
                "portcullis.strategy.universe=ALWAYS", "portcullis.strategy.model-trial-allowed=true",
                "portcullis.policy.profile=demo")) {
            figures = portcullis.awaitReplayEnd();
            universe = portcullis.bean(UniverseDesk.class).present();
            proposals = portcullis.bean(StrategyFloor.class).proposals();
            JdbcClient jdbc = portcullis.jdbc();
            scored = decisions(jdbc, "strategy = 'smc-scalper' AND intent = 'ENTER' AND decision::text LIKE"
                    + " '%score.MODEL%'");
            unscored = decisions(jdbc, "strategy = 'smc-scalper' AND intent = 'ENTER' AND decision::text NOT LIKE"
                    + " '%score.%'");
            deskExits = decisions(jdbc, "rule LIKE 'risk.exits.%'").size();
            withRegime = decisions(jdbc, "decision::text LIKE '%regime.%'").size();
            unapproved = jdbc.sql("SELECT count(*) FROM orders.orders o WHERE NOT EXISTS (SELECT 1 FROM"
                    + " risk.decisions_log d WHERE d.decision_id = o.decision_id AND d.outcome IN ('APPROVED',"
                    + " 'ASK_PERSON'))").query(Long.class).single();
            alert(portcullis);
        }
    }

    /** Once the replay has ended: a webhook is called, and what it led to is waited for. */
    private static void alert(RunningPortcullis portcullis) {
        String body = """
                {"v":1,"secret":"%s","strategy":"walk","alert_id":"a-1","ticker":"BTCUSDT","interval":"1",\
                "fired_at":"%s","action":"buy","position":"long"}""".formatted(SECRET, Instant.now());
        HttpRequest call = HttpRequest.newBuilder(URI.create(portcullis.url() + "/hooks/tradingview/walk"))
                .POST(HttpRequest.BodyPublishers.ofString(body)).timeout(Duration.ofSeconds(30)).build();
        try {
            alertStatus = HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        JdbcClient jdbc = portcullis.jdbc();
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> decisions(jdbc, "strategy = 'alert-follower' AND intent = 'ENTER'").size() == 1);
        alertRules = jdbc.sql("SELECT intent || ' ' || side || ' ' || rule FROM risk.decisions_log"
                + " WHERE strategy = 'alert-follower' ORDER BY intent").query(String.class).list();
        alertStates = jdbc.sql("SELECT state FROM signal.inbox").query(String.class).list();
    }

    private static List<String> decisions(JdbcClient jdbc, String where) {
        return jdbc.sql("SELECT decision_id FROM risk.decisions_log WHERE " + where).query(String.class).list();
    }

    @Test
    @DisplayName("S1-04, S3-12: a pattern is found, scored by the model, proposed and judged by every check")
    void patterns_are_scored_proposed_and_judged() {
        assertThat(scored).isNotEmpty();
        assertThat(unscored).isEmpty();
        assertThat(figures.verdicts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(proposals + deskExits).isGreaterThanOrEqualTo(figures.barsJudged().get("PROPOSED"));
    }

    @Test
    @DisplayName("S3-06: minute bars alone are enough to scalp on")
    void minute_bars_are_enough() {
        assertThat(figures.orders()).containsKey("FILLED");
        assertThat(figures.barsJudged()).containsKey("NO_TRIGGER");
    }

    @Test
    @DisplayName("S4-03: bar, features, score, signal, gate: no order without its approval")
    void no_order_without_its_approval() {
        assertThat(unapproved).isZero();
    }

    @Test
    @DisplayName("S2-REQ-U3: proposals know the regime they were made in")
    void proposals_know_their_regime() {
        assertThat(withRegime).isPositive();
    }

    @Test
    @DisplayName("S4-01: an alert goes from the webhook over the broker and the rules to the risk room's verdict")
    void an_alert_is_followed_to_its_verdict() {
        assertThat(alertStatus).isEqualTo(202);
        assertThat(alertStates).containsExactly("SENT");
        assertThat(alertRules).containsExactly(
                "ENTER BUY strategy.alert_follower.triggers.form-entry-on-target-long",
                "EXIT BUY strategy.alert_follower.triggers.form-exit-of-shorts-on-target");
    }

    @Test
    @DisplayName("S2-REQ-U1, S2-U5: the universe was judged while bars went by, each symbol with its reason")
    void the_universe_was_judged() {
        assertThat(universe.standings()).hasSizeGreaterThan(20);
        assertThat(universe.whyNot(new InstrumentId("BTCUSDT"))).isEmpty();
        assertThat(universe.whyNot(new InstrumentId("ADAUSDT"))).isPresent();
    }
}
