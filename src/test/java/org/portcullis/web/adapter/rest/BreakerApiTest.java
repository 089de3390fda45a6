package org.portcullis.web.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.TestEngine;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.engine.workflow.WorkflowAccess;
import org.portcullis.engine.workflow.WorkflowDeployer;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.RearmDelegates;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerEnded;
import org.portcullis.risk.breaker.BreakerRearms;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.RearmVariables;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.web.adapter.rest.BreakerApi.Rearm;
import org.portcullis.web.adapter.rest.BreakerApi.Tripping;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BreakerApiTest {

    private static final TestDatabase DATABASE = TestEngine.database();
    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final Instant NOW = Instant.parse("2026-11-19T12:00:00Z");

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Map<Object, Object> delegates = new HashMap<>(RearmDelegates.of(() -> this.rearms));
    private final TestEngine engine = TestEngine.start(DATABASE, DATABASE.transactionManager(), delegates, false);
    private final WorkflowPump pump = WorkflowPump.inEventTime(engine.engine());
    private final Breakers breakers = new Breakers(new BreakerStore(DATABASE.jdbc()), facts -> List.of(),
            PolicyBook.open(Path.of("rules/policy.yaml"), "conservative"), this::heard, DATABASE.transactions());
    private final BreakerRearms rearms = new BreakerRearms(ACCOUNT, breakers, new Workflow(engine.engine(), pump),
            DATABASE.transactions());
    private final BreakerApi api = new BreakerApi(beans.getBeanProvider(Breakers.class),
            beans.getBeanProvider(BreakerRearms.class), beans.getBeanProvider(AccountId.class),
            beans.getBeanProvider(Lane.class), beans.getBeanProvider(WorkflowPump.class),
            beans.getBeanProvider(InstrumentCatalogue.class), EventClock.reading(InstantSource.fixed(NOW)));

    @BeforeEach
    void nothingTripped() {
        DATABASE.jdbc().sql("DELETE FROM risk.breakers").update();
        new WorkflowAccess(engine.engine()).grant("unguessable");
        assertThat(engine.deploy(Path.of("workflows/risk")).fate()).isNotEqualTo(WorkflowDeployer.Fate.REFUSED);
        pump.pump(NOW);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private void heard(Object event) {
        if (event instanceof BreakerTripped tripped) {
            rearms.tripped(tripped.trip());
        } else if (event instanceof BreakerEnded ended) {
            rearms.ended(ended.was());
        }
    }

    private void open() {
        beans.addBean("breakers", breakers);
        beans.addBean("rearms", rearms);
        beans.addBean("account", ACCOUNT);
        beans.addBean("lane", new Lane());
        beans.addBean("pump", pump);
        beans.addBean("catalogue", InstrumentCatalogue.read(Path.of("rules/instruments.yaml")));
    }

    private static Authentication officer(String name) {
        return signedIn(name, "ROLE_RISK_OFFICER");
    }

    private static Authentication signedIn(String name, String role) {
        return new TestingAuthenticationToken(name, "", role);
    }

    private long waiting() {
        return engine.engine().getTaskService().createTaskQuery().taskDefinitionKey(RearmVariables.TASK_REARM)
                .taskCandidateGroup("riskofficer").count();
    }

    @Test
    @DisplayName("S4-M10: a person stops one venue; a venue at which nothing is traded is refused with those there are")
    void a_venue_at_which_nothing_is_traded_is_refused() {
        open();
        assertThat(api.trip(new Tripping("BLOCK_ENTRIES", "VENUE", "binance-spot", "odd prints"), officer("rita")).of())
                .isEqualTo("binance-spot");
        assertThatThrownBy(() -> api.trip(new Tripping("BLOCK_ENTRIES", "VENUE", "binance", "odd prints"),
                officer("rita"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("binance-spot");
        assertThat(api.rearm("by-hand", new Rearm("VENUE", "binance-spot", "looked at it"), officer("paul")).of())
                .isEqualTo("binance-spot");
    }

    @Test
    @DisplayName("S4-M10 B-R5: tripped breakers are listed with both numbers and let go by a person with a reason")
    void tripped_breakers_are_listed_and_let_go() {
        open();
        breakers.measure(ACCOUNT, Scope.GLOBAL, List.of(), Set.of(Breaker.DRAWDOWN), NOW.toEpochMilli());
        JsonNode shown = WebJson.mapper().valueToTree(api.now());
        assertThat(shown.at("/tripped/0/breaker").asText()).isEqualTo("drawdown");
        assertThat(shown.at("/tripped/0/by").asText()).isEqualTo("rules");
        assertThat(shown.at("/tripped/0/untilMs").isNull() || shown.at("/tripped/0/untilMs").isMissingNode()).isTrue();
        assertThatThrownBy(() -> api.rearm("drawdown", new Rearm(null, null, "ok"), officer("rita")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.rearm("no-such", new Rearm(null, null, "looked at it"), officer("rita")))
                .isInstanceOf(NotFound.class);
        assertThat(api.rearm("drawdown", new Rearm(null, null, "looked at it"), officer("rita")).breaker())
                .isEqualTo("drawdown");
        assertThat(api.now().tripped()).isEmpty();
        assertThat(api.now().history().get(0).by()).isEqualTo("rita");
        assertThatThrownBy(() -> api.rearm("drawdown", new Rearm(null, null, "looked at it"), officer("rita")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("S4-M10: a person trips a breaker for a scope, and cannot be the one who lets it go")
    void a_person_trips_and_another_lets_go() {
        open();
        api.trip(new Tripping("REDUCE_ONLY", "SYMBOL", "BTCUSDT", "odd prints"), () -> "tom");
        Rearm rearm = new Rearm("SYMBOL", "BTCUSDT", "prints are fine");
        assertThatThrownBy(() -> api.rearm("by-hand", rearm, officer("tom"))).isInstanceOf(Refused.class)
                .hasMessageContaining("second person");
        assertThat(api.rearm("by-hand", rearm, officer("rita")).by()).isEqualTo("tom");
        assertThatThrownBy(() -> api.trip(new Tripping("FURTHER", null, null, "odd prints"), () -> "tom"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("REDUCE_ONLY");
        assertThatThrownBy(() -> api.trip(new Tripping("WARN", "SYMBOL", null, "odd prints"), () -> "tom"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void where_no_orders_are_judged_that_is_said() {
        assertThatThrownBy(api::now).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("S4-M10 B-R11: a breaker that waits for a person has a task; only a risk officer answers it, once")
    void a_breaker_that_waits_for_a_person_has_a_task() {
        open();
        breakers.measure(ACCOUNT, Scope.GLOBAL, List.of(), Set.of(Breaker.DRAWDOWN), NOW.toEpochMilli());
        breakers.measure(ACCOUNT, Scope.GLOBAL, List.of(), Set.of(Breaker.DRAWDOWN), NOW.toEpochMilli() + 1);
        assertThat(waiting()).isEqualTo(1);
        Rearm rearm = new Rearm(null, null, "looked at it");
        assertThatThrownBy(() -> api.rearm("drawdown", rearm, signedIn("tina", "ROLE_TRADER")))
                .isInstanceOf(Refused.class).hasMessage("Only a risk officer re-arms a breaker.");
        assertThat(api.now().tripped()).hasSize(1);
        api.rearm("drawdown", rearm, officer("rita"));
        assertThat(waiting()).isZero();
        assertThat(engine.engine().getRuntimeService().createProcessInstanceQuery().count()).isZero();
        assertThat(engine.engine().getHistoryService().createHistoricVariableInstanceQuery()
                .variableName(RearmVariables.REARMED_BY).list()).extracting(kept -> kept.getValue())
                .contains("rita");
    }

    @Test
    @DisplayName("S4-M10: in Tasklist the same holds: the second person, the group and the reason")
    void tasklist_is_held_to_the_same() {
        open();
        api.trip(new Tripping("BLOCK_ENTRIES", null, null, "odd prints"), () -> "tom");
        TaskService tasks = engine.engine().getTaskService();
        String task = tasks.createTaskQuery().taskDefinitionKey(RearmVariables.TASK_REARM).singleResult().getId();
        assertThatThrownBy(() -> inTasklist("tom", "riskofficer", task, "fine"))
                .hasMessageContaining("second person");
        assertThatThrownBy(() -> inTasklist("rita", "riskofficer", task, " ")).hasMessageContaining("reason");
        assertThatThrownBy(() -> inTasklist("tina", "trader", task, "fine"))
                .isInstanceOf(AuthorizationException.class);
        assertThat(api.now().tripped()).hasSize(1);
        inTasklist("rita", "riskofficer", task, "prints are fine");
        assertThat(api.now().tripped()).isEmpty();
        assertThat(api.now().history().get(0)).satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("rita");
            assertThat(entry.reason()).isEqualTo("prints are fine");
        });
    }

    @Test
    @DisplayName("S4-M10: whoever made a breaker climb does not let it go either")
    void who_made_it_climb_does_not_let_it_go() {
        open();
        api.trip(new Tripping("BLOCK_ENTRIES", null, null, "odd prints"), () -> "tom");
        api.trip(new Tripping("REDUCE_ONLY", null, null, "odder prints"), () -> "ann");
        assertThat(waiting()).isEqualTo(1);
        Rearm rearm = new Rearm(null, null, "prints are fine");
        for (String author : List.of("tom", "ann")) {
            assertThatThrownBy(() -> api.rearm("by-hand", rearm, officer(author))).isInstanceOf(Refused.class)
                    .hasMessageContaining(author + " tripped");
        }
        api.rearm("by-hand", rearm, officer("rita"));
        assertThat(api.now().tripped()).isEmpty();
        api.trip(new Tripping("BLOCK_ENTRIES", null, null, "odd again"), () -> "rita");
        assertThat(api.rearm("by-hand", rearm, officer("tom")).by()).as("what was let go is forgotten")
                .isEqualTo("rita");
    }

    @Test
    @DisplayName("S4-M10: a breaker that ends by itself is let go before its time through the same task")
    void one_that_ends_by_itself_is_let_go_through_the_same_task() {
        open();
        breakers.measure(ACCOUNT, Scope.GLOBAL, List.of(), Set.of(Breaker.LATENCY), NOW.toEpochMilli());
        assertThat(waiting()).isZero();
        api.rearm("latency", new Rearm(null, null, "the disk is idle again"), officer("rita"));
        assertThat(api.now().tripped()).isEmpty();
        assertThat(engine.engine().getHistoryService().createHistoricTaskInstanceQuery()
                .taskAssignee("rita").count()).isPositive();
    }

    @Test
    @DisplayName("S4-M10: tasks that a stop of the process left unopened are opened at the start, and end with it")
    void tasks_are_opened_at_the_start_and_end_with_the_trip() {
        Breakers silent = new Breakers(new BreakerStore(DATABASE.jdbc()), facts -> List.of(),
                PolicyBook.open(Path.of("rules/policy.yaml"), "conservative"), event -> { }, DATABASE.transactions());
        silent.measure(ACCOUNT, Scope.GLOBAL, List.of(), Set.of(Breaker.DRAWDOWN), NOW.toEpochMilli());
        assertThat(waiting()).isZero();
        rearms.openAll(NOW.toEpochMilli());
        rearms.openAll(NOW.toEpochMilli());
        assertThat(waiting()).isEqualTo(1);
        rearms.ended(silent.tripped(ACCOUNT, NOW.toEpochMilli()).get(0));
        assertThat(waiting()).isZero();
    }

    private void inTasklist(String name, String group, String task, String reason) {
        engine.engine().getIdentityService().setAuthentication(name, List.of(group));
        try {
            engine.engine().getTaskService().complete(task, Map.of("reason", reason));
        } finally {
            engine.engine().getIdentityService().clearAuthentication();
        }
        pump.pump(NOW);
    }
}
