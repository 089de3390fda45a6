package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.IncidentStore;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IncidentWatchTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final long NOON = Instant.parse("2026-11-19T12:00:00Z").toEpochMilli();
    private static RiskRules rules;

    private final AccountId account = new AccountId("incidents-" + ACCOUNTS.incrementAndGet());
    private final PolicyBook policies = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private Breakers breakers() {
        return new Breakers(new BreakerStore(DATABASE.jdbc()), rules.tripping(), policies, event -> { },
                DATABASE.transactions());
    }

    private List<Breaker> tripped(long atMs) {
        return breakers().tripped(account, atMs).stream().map(Trip::breaker).toList();
    }

    private void happened(Breaker breaker, String incident, long atMs) {
        new IncidentWatch(new IncidentStore(DATABASE.jdbc()), breakers(), policies, DATABASE.transactions())
                .happened(account, breaker, Scope.GLOBAL, incident, atMs);
    }

    @Test
    @DisplayName("S4-M10: three rejections in five minutes stop entries for a while; two, or three over longer, do not")
    void rejections_trip_inside_their_window() {
        long window = Duration.ofMinutes(5).toMillis();
        happened(Breaker.REJECTIONS, "a", NOON);
        happened(Breaker.REJECTIONS, "b", NOON + 1);
        happened(Breaker.REJECTIONS, "b", NOON + 2);
        assertThat(tripped(NOON + 2)).as("the same one told twice counts once").isEmpty();
        happened(Breaker.REJECTIONS, "c", NOON + window);
        assertThat(tripped(NOON + window)).as("the first is five minutes old").isEmpty();
        happened(Breaker.REJECTIONS, "d", NOON + window);
        assertThat(tripped(NOON + window)).containsExactly(Breaker.REJECTIONS);
        long over = NOON + window + Duration.ofMinutes(15).toMillis();
        assertThat(tripped(over - 1)).containsExactly(Breaker.REJECTIONS);
        assertThat(tripped(over)).isEmpty();
    }

    @Test
    @DisplayName("S2-CB2: five failed calls of the venue in a minute trip, four do not")
    void failed_calls_trip_inside_their_window() {
        for (int i = 0; i < 4; i++) {
            happened(Breaker.API_ERRORS, "call-" + i, NOON + i);
        }
        assertThat(tripped(NOON + 4)).isEmpty();
        happened(Breaker.API_ERRORS, "call-4", NOON + Duration.ofMinutes(1).toMillis());
        assertThat(tripped(NOON + 60_000)).isEmpty();
        happened(Breaker.API_ERRORS, "call-5", NOON + Duration.ofMinutes(1).toMillis());
        assertThat(tripped(NOON + 60_000)).containsExactly(Breaker.API_ERRORS);
        assertThatThrownBy(() -> happened(Breaker.DRAWDOWN, "x", NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S2-CB2: five lost streams of a venue in ten minutes stop the venue, four do not")
    void lost_streams_stop_their_venue() {
        IncidentWatch watch = new IncidentWatch(new IncidentStore(DATABASE.jdbc()), breakers(), policies,
                DATABASE.transactions());
        for (int i = 0; i < 4; i++) {
            watch.happened(account, Breaker.FLAPPING, Scope.venue("coinbase"), "loss-" + i, NOON + i);
        }
        watch.happened(account, Breaker.FLAPPING, Scope.venue("binance-usdm"), "loss-other", NOON + 5);
        assertThat(tripped(NOON + 5)).isEmpty();
        watch.happened(account, Breaker.FLAPPING, Scope.venue("coinbase"), "loss-4", NOON + 6);
        assertThat(breakers().tripped(account, NOON + 6)).singleElement()
                .satisfies(trip -> assertThat(trip.scope()).isEqualTo(Scope.venue("coinbase")));
    }
}
