package org.portcullis.web.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.EventClock;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.web.adapter.rest.BreakerApi.Rearm;
import org.portcullis.web.adapter.rest.BreakerApi.Tripping;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BreakerApiTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final Instant NOW = Instant.parse("2026-11-19T12:00:00Z");

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final List<Object> events = new ArrayList<>();
    private final Breakers breakers = new Breakers(new BreakerStore(DATABASE.jdbc()), facts -> List.of(),
            PolicyBook.open(Path.of("rules/policy.yaml"), "conservative"), events::add, DATABASE.transactions());
    private final BreakerApi api = new BreakerApi(beans.getBeanProvider(Breakers.class),
            beans.getBeanProvider(AccountId.class), EventClock.reading(InstantSource.fixed(NOW)));

    @BeforeEach
    void nothingTripped() {
        DATABASE.jdbc().sql("DELETE FROM risk.breakers").update();
    }

    private void open() {
        beans.addBean("breakers", breakers);
        beans.addBean("account", ACCOUNT);
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
        assertThatThrownBy(() -> api.rearm("drawdown", new Rearm(null, null, "ok"), () -> "rita"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.rearm("no-such", new Rearm(null, null, "looked at it"), () -> "rita"))
                .isInstanceOf(NotFound.class);
        assertThat(api.rearm("drawdown", new Rearm(null, null, "looked at it"), () -> "rita").breaker())
                .isEqualTo("drawdown");
        assertThat(api.now().tripped()).isEmpty();
        assertThat(api.now().history().get(0).by()).isEqualTo("rita");
        assertThatThrownBy(() -> api.rearm("drawdown", new Rearm(null, null, "looked at it"), () -> "rita"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("S4-M10: a person trips a breaker for a scope, and cannot be the one who lets it go")
    void a_person_trips_and_another_lets_go() {
        open();
        api.trip(new Tripping("REDUCE_ONLY", "SYMBOL", "BTCUSDT", "odd prints"), () -> "tom");
        Rearm rearm = new Rearm("SYMBOL", "BTCUSDT", "prints are fine");
        assertThatThrownBy(() -> api.rearm("by-hand", rearm, () -> "tom")).isInstanceOf(Refused.class)
                .hasMessageContaining("second person");
        assertThat(api.rearm("by-hand", rearm, () -> "rita").by()).isEqualTo("tom");
        assertThatThrownBy(() -> api.trip(new Tripping("FURTHER", null, null, "odd prints"), () -> "tom"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("REDUCE_ONLY");
        assertThatThrownBy(() -> api.trip(new Tripping("WARN", "SYMBOL", null, "odd prints"), () -> "tom"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void where_no_orders_are_judged_that_is_said() {
        assertThatThrownBy(api::now).isInstanceOf(NotFound.class);
    }
}
