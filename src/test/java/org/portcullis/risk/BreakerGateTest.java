package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.UniversePlan;
import org.portcullis.risk.adapter.gates.BreakerGate;
import org.portcullis.risk.adapter.gates.StatusGate;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.Reading;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.strategy.Proposal;

/** What a tripped breaker does to the judgement of orders inside and outside its scope. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BreakerGateTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static RiskRules rules;

    private final PolicyBook policies = DeskScene.policy("order.gating", "none");
    private final Breakers breakers = new Breakers(new BreakerStore(DATABASE.jdbc()), rules.tripping(),
            PolicyBook.open(Path.of("rules/policy.yaml"), "conservative"), event -> { }, DATABASE.transactions());
    private final DeskScene scene = new DeskScene();

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @BeforeEach
    void nothingTripped() {
        DATABASE.jdbc().sql("DELETE FROM risk.breakers").update();
        scene.gates.clear();
        scene.gates.add(new BreakerGate(breakers));
        scene.gates.add(DeskScene.trades(true));
    }

    private Verdict judge(Proposal proposal) {
        return scene.desk(policies, rules.gates()).judge(proposal, DeskScene.ACCOUNT, DeskScene.NOW_MS);
    }

    private void trip(Scope scope, Rung rung) {
        breakers.tripByHand(DeskScene.ACCOUNT, scope, rung, "tom", "test", DeskScene.NOW_MS);
    }

    @Test
    @DisplayName("S4-M10 B-R1 D10: from BLOCK_ENTRIES on no rung lets an entry pass, and every rung lets an exit pass")
    void every_rung_but_a_warning_denies_entries_and_none_denies_exits() {
        scene.hold(DeskScene.ETH, "1", "100");
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95"))).isInstanceOf(Verdict.Approved.class);
        for (Rung rung : Rung.values()) {
            trip(Scope.GLOBAL, rung);
            Verdict entry = judge(DeskScene.enter(DeskScene.BTC, "100", "95"));
            if (rung == Rung.WARN) {
                assertThat(entry).isInstanceOf(Verdict.Approved.class);
            } else {
                assertThat(entry).isInstanceOfSatisfying(Verdict.Denied.class, denied ->
                        assertThat(denied.reasons()).containsExactly(ReasonCode.BREAKER_TRIPPED));
            }
            assertThat(entry.decision().checks()).extracting(Check::code).contains("breaker.by-hand", "breakers.open");
            assertThat(judge(DeskScene.exit(DeskScene.ETH, "100"))).isInstanceOf(Verdict.Approved.class);
        }
    }

    @Test
    @DisplayName("S4-M10: whatever has tripped, whoever trips more or lets go: no entry passes a breaker in whose "
            + "scope it lies, and every exit passes")
    void no_entry_passes_a_tripped_breaker_and_every_exit_passes() {
        long seed = Long.getLong("seed", 20261121L);
        Random random = new Random(seed);
        List<Scope> scopes = List.of(Scope.GLOBAL, Scope.venue("here"), Scope.venue("there"),
                Scope.strategy(DeskScene.STRATEGY),
                Scope.strategy("another"), Scope.symbol(DeskScene.BTC), Scope.symbol(DeskScene.ETH));
        listed(DeskScene.BTC, "here");
        listed(DeskScene.ETH, "there");
        scene.hold(DeskScene.ETH, "1", "100");
        Map<String, Trip> model = new HashMap<>();
        BreakerStore store = new BreakerStore(DATABASE.jdbc());
        for (int step = 0; step < 300; step++) {
            Breaker breaker = Breaker.values()[random.nextInt(Breaker.values().length)];
            Scope scope = scopes.get(random.nextInt(scopes.size()));
            String key = breaker + " " + scope;
            if (random.nextInt(3) == 0) {
                Trip trip = new Trip(DeskScene.ACCOUNT, breaker, scope, Rung.values()[random.nextInt(5)],
                        Reading.none(breaker), "tom", "test", DeskScene.NOW_MS - 1_000,
                        random.nextBoolean() ? Trip.PERSON : DeskScene.NOW_MS + random.nextInt(3) - 1);
                store.keep(trip);
                model.put(key, trip);
            } else if (model.containsKey(key)) {
                store.remove(model.remove(key));
            }
            InstrumentId symbol = random.nextBoolean() ? DeskScene.BTC : DeskScene.ETH;
            boolean stopped = model.values().stream().anyMatch(trip -> trip.untilMs() > DeskScene.NOW_MS
                    && trip.rung() != Rung.WARN && covers(trip.scope(), symbol));
            assertThat(judge(DeskScene.enter(symbol, "100", "95")) instanceof Verdict.Denied)
                    .as("seed %d, step %d: %s", seed, step, model).isEqualTo(stopped);
            assertThat(judge(DeskScene.exit(DeskScene.ETH, "100"))).as("seed %d, step %d", seed, step)
                    .isInstanceOf(Verdict.Approved.class);
        }
    }

    private static boolean covers(Scope scope, InstrumentId symbol) {
        String value = scope.value();
        return value.isEmpty() || value.equals(symbol.equals(DeskScene.BTC) ? "here" : "there")
                || value.equals(DeskScene.STRATEGY)
                || value.equals(symbol.value());
    }

    @Test
    void a_breaker_stops_only_what_lies_in_its_scope() {
        trip(Scope.symbol(DeskScene.BTC), Rung.BLOCK_ENTRIES);
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95"))).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(DeskScene.enter(DeskScene.ETH, "100", "95"))).isInstanceOf(Verdict.Approved.class);
        trip(Scope.strategy("another"), Rung.BLOCK_ENTRIES);
        assertThat(judge(DeskScene.enter(DeskScene.ETH, "100", "95"))).isInstanceOf(Verdict.Approved.class);
        trip(Scope.strategy(DeskScene.STRATEGY), Rung.BLOCK_ENTRIES);
        assertThat(judge(DeskScene.enter(DeskScene.ETH, "100", "95"))).isInstanceOf(Verdict.Denied.class);
    }

    @Test
    @DisplayName("S4-M10: a breaker of a venue stops what is traded there, and what is traded nobody knows where")
    void a_breaker_of_a_venue_stops_only_what_is_traded_there() {
        listed(DeskScene.BTC, "here");
        listed(DeskScene.ETH, "there");
        trip(Scope.venue("here"), Rung.BLOCK_ENTRIES);
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95"))).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(DeskScene.enter(DeskScene.ETH, "100", "95"))).isInstanceOf(Verdict.Approved.class);
        listed(DeskScene.ETH, "");
        assertThat(judge(DeskScene.enter(DeskScene.ETH, "100", "95"))).isInstanceOf(Verdict.Denied.class);
    }

    private void listed(InstrumentId instrument, String venue) {
        TradingTerms was = DeskScene.terms(instrument, "0.01", "0.001", "0.001", "10", "1", "0.6");
        scene.terms.put(instrument, new TradingTerms(instrument, was.asset(), was.currency(), was.tickE8(),
                was.lotE8(), was.minimumQuantity(), was.minimumNotional(), was.multiplierE8(), was.makerFee(),
                was.takerFee(), venue, false, was.initialMargin()));
    }

    @Test
    void the_verdict_names_each_of_two_breakers() {
        trip(Scope.GLOBAL, Rung.BLOCK_ENTRIES);
        breakers.measure(DeskScene.ACCOUNT, Scope.GLOBAL, List.of(), java.util.Set.of(Breaker.DRAWDOWN),
                DeskScene.NOW_MS);
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95")).decision().checks())
                .filteredOn(check -> !check.pass()).extracting(Check::code)
                .containsExactlyInAnyOrder("breaker.by-hand", "breaker.drawdown", "breakers.open");
    }

    @Test
    @DisplayName("S4-M10: without an answer of the breakers nothing is entered")
    void breakers_that_cannot_be_asked_deny_entries() {
        scene.gates.clear();
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95"))).isInstanceOfSatisfying(Verdict.Denied.class,
                denied -> assertThat(denied.reasons()).containsExactly(ReasonCode.CHECK_MISSING));
        scene.gates.add(subject -> {
            throw new IllegalStateException("no database");
        });
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95"))).isInstanceOfSatisfying(Verdict.Denied.class,
                denied -> assertThat(denied.reasons()).containsExactly(ReasonCode.RULES_FAILED));
    }

    @Test
    @DisplayName("S2-REQ-EX1: a product that does not trade is not entered and can be left; unknown ones are offline")
    void a_product_that_does_not_trade_is_not_entered() {
        scene.hold(DeskScene.BTC, "1", "100");
        UniversePlan plan = UniversePlan.read(Path.of("rules/universe.yaml"));
        CatalogueDesk catalogue = CatalogueDesk.of(InstrumentCatalogue.read(Path.of("rules/instruments.yaml")), plan,
                null, policies::current);
        scene.gates.set(1, new StatusGate(catalogue));
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95"))).isInstanceOf(Verdict.Approved.class);
        InstrumentId unknown = new InstrumentId("NOSUCHUSDT");
        scene.terms.put(unknown, DeskScene.terms(unknown, "0.01", "0.001", "0.001", "10", "1", "0.6"));
        scene.prices.put(unknown, new PriceView.LastPrice(Price.of("100"), DeskScene.NOW_MS));
        assertThat(judge(DeskScene.enter(unknown, "100", "95"))).isInstanceOfSatisfying(Verdict.Denied.class,
                denied -> assertThat(denied.reasons()).contains(ReasonCode.PRODUCT_NOT_TRADING));
        scene.gates.set(1, DeskScene.trades(false));
        assertThat(judge(DeskScene.enter(DeskScene.BTC, "100", "95"))).isInstanceOf(Verdict.Denied.class);
        assertThat(judge(DeskScene.exit(DeskScene.BTC, "100"))).isInstanceOf(Verdict.Approved.class);
    }
}
