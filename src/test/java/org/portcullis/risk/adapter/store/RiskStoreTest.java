package org.portcullis.risk.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Check;
import org.portcullis.risk.Cooldowns.Remaining;
import org.portcullis.risk.Decision;
import org.portcullis.risk.DecisionQuery;
import org.portcullis.risk.DecisionRecorded;
import org.portcullis.risk.DecisionRow;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.ReasonCount;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.Verdict.Outcome;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.dao.DuplicateKeyException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RiskStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    private static final long AT_MS = 1_733_000_000_123L;

    private final List<Object> events = new ArrayList<>();
    private final Decisions decisions = new Decisions(DATABASE.jdbc(), Json.shared(), events::add);
    private final CooldownStore cooldowns = new CooldownStore(DATABASE.jdbc(),
            PolicyBook.open(java.nio.file.Path.of("rules/policy.yaml"), "conservative"));

    @Test
    @DisplayName("SX-06: every kind of verdict comes back as it was given")
    void every_kind_of_verdict_comes_back_as_it_was_given() {
        List<Verdict> verdicts = List.of(new Verdict.Approved(decision("a")),
                new Verdict.AskPerson(decision("b"), List.of(ReasonCode.PERSON_ASKED)),
                new Verdict.Denied(decision("c"), List.of(ReasonCode.KILL_SWITCH_ON, ReasonCode.CASH_SHORT)));
        for (Verdict verdict : verdicts) {
            decisions.insert(verdict, 42);
            assertThat(decisions.find(verdict.decision().decisionId())).contains(verdict);
            assertThat(decisions.findByProposal(ACCOUNT, verdict.decision().proposal().proposalId())).contains(verdict);
        }
        assertThat(events).filteredOn(DecisionRecorded.class::isInstance).last()
                .isEqualTo(new DecisionRecorded("d-c", BTC, Outcome.DENIED, ReasonCode.KILL_SWITCH_ON));
        assertThat(decisions.find("unknown")).isEmpty();
        DecisionRow row = decisions.list(DecisionQuery.newest(1000)).stream()
                .filter(found -> found.decisionId().equals("d-c")).findFirst().orElseThrow();
        assertThat(row.reason()).contains(ReasonCode.KILL_SWITCH_ON);
        assertThat(row.decidedAt().toEpochMilli()).isEqualTo(AT_MS);
        assertThat(row.verdictMicros()).isEqualTo(42);
    }

    @Test
    void a_proposal_is_decided_once_and_a_decision_cannot_be_changed() {
        decisions.insert(new Verdict.Approved(decision("once")), 0);
        assertThatThrownBy(() -> decisions.insert(new Verdict.Approved(decision("once")), 0))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> DATABASE.jdbc().sql("UPDATE risk.decisions_log SET outcome = 'DENIED'").update())
                .rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void lists_are_filtered_and_paged_and_counted() {
        for (int number = 0; number < 5; number++) {
            decisions.insert(new Verdict.Denied(decision("e" + number, ETH, AT_MS + number),
                    List.of(ReasonCode.COOLING_DOWN)), 1);
        }
        DecisionQuery second = new DecisionQuery(Optional.of(Outcome.DENIED), Optional.of(ReasonCode.COOLING_DOWN),
                Optional.of(ETH), 2, 2);
        assertThat(decisions.list(second)).extracting(DecisionRow::decisionId).containsExactly("d-e2", "d-e1");
        assertThat(decisions.counts())
                .contains(new ReasonCount(Outcome.DENIED, Optional.of(ReasonCode.COOLING_DOWN), 5));
        assertThatThrownBy(() -> DecisionQuery.newest(1001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S1-25 S2-REQ-CD1: each rest has its length, ends to the millisecond, and never shrinks")
    void rests_have_their_lengths_and_never_shrink() {
        assertThat(cooldowns.remaining(ACCOUNT, BTC, AT_MS)).isEqualTo(new Remaining(0, 0, 0));
        cooldowns.afterFailure(ACCOUNT, BTC, AT_MS);
        cooldowns.afterFill(ACCOUNT, BTC, AT_MS + 1);
        cooldowns.afterStop(ACCOUNT, BTC, AT_MS + 2);
        assertThat(cooldowns.remaining(ACCOUNT, BTC, AT_MS)).isEqualTo(new Remaining(60_000, 60_001, 900_002));
        assertThat(cooldowns.remaining(ACCOUNT, BTC, AT_MS + 59_999).failureMs()).isEqualTo(1);
        assertThat(cooldowns.remaining(ACCOUNT, BTC, AT_MS + 60_000).failureMs()).isZero();
        cooldowns.afterStop(ACCOUNT, BTC, AT_MS - 5_000);
        assertThat(cooldowns.remaining(ACCOUNT, BTC, AT_MS).stopMs()).isEqualTo(900_002);
        assertThat(cooldowns.remaining(ACCOUNT, ETH, AT_MS)).isEqualTo(new Remaining(0, 0, 0));
        assertThat(cooldowns.forgetEndedBefore(AT_MS + 60_001)).isEqualTo(1);
        assertThat(cooldowns.remaining(ACCOUNT, BTC, AT_MS).fillMs()).isEqualTo(60_001);
    }

    private static Decision decision(String name) {
        return decision(name, BTC, AT_MS);
    }

    private static Decision decision(String name, InstrumentId instrument, long atMs) {
        Proposal proposal = new Proposal("p-" + name, "momentum-core", "strategy.momentum.form-entry", Intent.ENTER,
                instrument, Side.BUY, atMs - 60_000, atMs, FixedPoint.parse("100"), FixedPoint.parse("95"),
                FixedPoint.parse("110"), 0.7, "0123456789abcdef", new TreeMap<>(Map.of("rsi", 55.123456789)));
        return new Decision("d-" + name, ACCOUNT, proposal, atMs, Quantity.of("5"), Price.of("100"),
                new TreeMap<>(Map.of("bound-by", "size.asset")),
                List.of(new Check("kill.off", 1, 1, Check.Relation.EQUAL, "flag", true, ReasonCode.KILL_SWITCH_ON)),
                List.of("risk.kill.deny-entry-when-on"), new TreeMap<>(Map.of("account.cash", "10000")),
                "aaaa", "bbbb");
    }
}
