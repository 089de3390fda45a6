package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Ban;
import org.portcullis.market.Bans;
import org.portcullis.market.Bar;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ShortPast;
import org.portcullis.market.UniverseDesk;
import org.portcullis.market.UniverseJudge;
import org.portcullis.market.UniversePlan;
import org.portcullis.risk.UniverseMembership.Standing;
import org.portcullis.risk.adapter.gates.UniverseGate;
import org.portcullis.risk.adapter.market.WatchedUniverse;
import org.portcullis.strategy.MarketWalks;

/** Entries beside the universe of the moment, the one that the brain watches; exits are never asked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UniverseGateTest {

    private static final PolicyBook NOBODY_ASKED = policy("order.gating", "none");
    private static final InstrumentCatalogue FILE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final long AGE_MAX_MS = 900_000;
    private static RiskRules rules;

    private final List<Ban> bans = new ArrayList<>();
    private final Policy demo = ShortPast.policy("demo").current();
    private final UniversePlan plan = UniversePlan.read(Path.of("rules/universe.yaml"));
    private final UniverseDesk universe = UniverseDesk.of(CatalogueDesk.of(FILE, plan, null, () -> demo), plan,
            UniverseJudge.under(() -> MarketWalks.library().base("market")), Bans.NONE, () -> demo);
    private final DeskScene scene = new DeskScene();

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private Verdict judge(boolean asked, long atMs) {
        WatchedUniverse watched = new WatchedUniverse(universe, new Held(bans), asked);
        scene.universe.put(BTC, watched.standing(BTC, atMs));
        scene.prices.replaceAll((id, last) -> new PriceView.LastPrice(last.price(), atMs));
        return scene.desk(NOBODY_ASKED, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, atMs);
    }

    private void seen(InstrumentId symbol) {
        long price = 50_000 * FixedPoint.ONE;
        universe.onBar(new Bar(symbol, NOW_MS - 60_000, price, price, price, price, FixedPoint.ONE));
    }

    @Test
    @DisplayName("SX-03 S2-REQ-U1: before the universe was ever judged nothing is entered")
    void before_the_universe_was_judged_nothing_is_entered() {
        assertThat(judge(true, NOW_MS).reasons()).containsExactly(ReasonCode.UNIVERSE_NOT_JUDGED,
                ReasonCode.UNIVERSE_UNKNOWN);
    }

    @Test
    @DisplayName("SX-03 S2-REQ-U1: what is in leaves, what is out is denied with every limit that it broke")
    void what_is_out_is_denied_with_every_limit_it_broke() {
        universe.evaluate(NOW_MS);
        Verdict out = judge(true, NOW_MS);
        assertThat(out.reasons()).containsExactly(ReasonCode.UNIVERSE_OUT);
        assertThat(out.decision().facts().get("universe-member.said")).contains("NOT_SEEN");
        seen(BTC);
        universe.evaluate(NOW_MS);
        assertThat(judge(true, NOW_MS)).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("SX-03: a universe exactly as old as permitted still counts, a millisecond more and nobody knows")
    void an_old_universe_denies() {
        seen(BTC);
        universe.evaluate(NOW_MS);
        assertThat(judge(true, NOW_MS + AGE_MAX_MS)).isInstanceOf(Verdict.Approved.class);
        assertThat(judge(true, NOW_MS + AGE_MAX_MS + 1).reasons()).containsExactly(ReasonCode.UNIVERSE_NOT_JUDGED);
    }

    @Test
    @DisplayName("SX-03 S2-U5: what the universe never looked at is not entered")
    void what_was_never_a_candidate_is_denied() {
        seen(BTC);
        universe.evaluate(NOW_MS);
        scene.universe.put(BTC, new WatchedUniverse(universe, Bans.NONE, true)
                .standing(new InstrumentId("NOSUCHUSDT"), NOW_MS));
        assertThat(scene.desk(NOBODY_ASKED, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).reasons())
                .containsExactly(ReasonCode.UNIVERSE_UNKNOWN);
    }

    @Test
    @DisplayName("SX-03 S2-U4: a ban counts from its first moment to its last, before the universe is judged again")
    void a_ban_counts_at_once_and_ends_by_itself() {
        seen(BTC);
        universe.evaluate(NOW_MS);
        bans.add(new Ban(BTC, "forged volume", "maria", NOW_MS, NOW_MS + 60_000, 0, null));
        assertThat(judge(true, NOW_MS).reasons()).containsExactly(ReasonCode.UNIVERSE_BANNED);
        assertThat(judge(true, NOW_MS + 59_999).reasons()).containsExactly(ReasonCode.UNIVERSE_BANNED);
        assertThat(judge(true, NOW_MS + 60_000)).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("SX-03: an order that waited for a person does not leave when its symbol was banned meanwhile")
    void an_agreed_order_is_judged_by_the_universe_of_now() {
        PolicyBook asks = policy("order.gating", "all");
        scene.universe.put(BTC, Standing.notAsked(false));
        Verdict asked = scene.desk(asks, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
        assertThat(asked).isInstanceOf(Verdict.AskPerson.class);
        assertThat(scene.desk(asks, rules.gates()).recheck(asked.decision(), NOW_MS))
                .isInstanceOf(Verdict.Approved.class);
        scene.universe.put(BTC, Standing.notAsked(true));
        assertThat(scene.desk(asks, rules.gates()).recheck(asked.decision(), NOW_MS).reasons())
                .containsExactly(ReasonCode.UNIVERSE_BANNED);
    }

    @Test
    @DisplayName("SX-03: a replay names its instruments itself, which is said; bans hold there, too")
    void in_a_replay_only_bans_are_asked() {
        Verdict replayed = judge(false, NOW_MS);
        assertThat(replayed).isInstanceOf(Verdict.Approved.class);
        assertThat(replayed.decision().facts()).containsEntry("universe-member.asked", "false")
                .containsEntry("universe-member.said", "not asked: a replay names its instruments itself");
        bans.add(new Ban(BTC, "forged volume", "maria", NOW_MS, NOW_MS + 60_000, 0, null));
        assertThat(judge(false, NOW_MS).reasons()).containsExactly(ReasonCode.UNIVERSE_BANNED);
    }

    @Test
    @DisplayName("SX-03: positions may always be left")
    void an_exit_is_never_asked() {
        scene.hold(BTC, "1", "100");
        scene.universe.put(BTC, new Standing(true, Standing.NEVER, false, true, true, "all of it"));
        assertThat(scene.desk(NOBODY_ASKED, rules.gates()).judge(exit(BTC, "100"), ACCOUNT, NOW_MS))
                .isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("SX-03: a universe that cannot be asked denies")
    void a_universe_that_cannot_be_asked_denies() {
        scene.gates.add(new UniverseGate((instrument, atMs) -> {
            throw new IllegalStateException("bans cannot be read");
        }, NOBODY_ASKED));
        Verdict verdict = scene.desk(NOBODY_ASKED, rules.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
        assertThat(verdict.reasons()).containsExactly(ReasonCode.RULES_FAILED);
        assertThat(verdict.decision().facts().get("rules.failure"))
                .isEqualTo("the facts of UniverseGate cannot be known: bans cannot be read");
    }

    private record Held(List<Ban> bans) implements Bans {

        @Override
        public Ban ban(InstrumentId instrument, String reason, String by, long atMs) {
            throw new UnsupportedOperationException("judging bans nothing");
        }

        @Override
        public Optional<Ban> lift(InstrumentId instrument, String by, long atMs) {
            return Optional.empty();
        }

        @Override
        public List<Ban> active(long atMs) {
            return bans.stream().filter(ban -> ban.holds(atMs)).toList();
        }

        @Override
        public List<Ban> history(InstrumentId instrument) {
            return bans;
        }
    }
}
