package org.portcullis.web.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.EventClock;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bans;
import org.portcullis.market.Bar;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ShortPast;
import org.portcullis.market.UniverseDesk;
import org.portcullis.market.UniverseJudge;
import org.portcullis.market.UniversePlan;
import org.portcullis.market.adapter.store.BanStore;
import org.portcullis.strategy.MarketWalks;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UniverseApiTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final PolicyBook POLICY = ShortPast.policy("demo");
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final Instant NOW = Instant.ofEpochMilli(1_767_225_660_000L);

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final UniverseApi api = new UniverseApi(beans.getBeanProvider(UniverseDesk.class),
            beans.getBeanProvider(CatalogueDesk.class), beans.getBeanProvider(Bans.class),
            EventClock.reading(InstantSource.fixed(NOW)));

    @Test
    @DisplayName("S2-U5 the present universe is shown with the reasons of what is out")
    void the_present_universe_is_shown() {
        open();
        JsonNode shown = WebJson.mapper().valueToTree(api.now());
        assertThat(shown.at("/universe/text").asText()).isEqualTo("1 of 26 in; 25 out: 25 for no prices");
        assertThat(shown.at("/source").asText()).isEqualTo("FILE");
        assertThat(shown.at("/universe/symbols/0/reasons/0/code").asText()).isEqualTo("NOT_SEEN");
        assertThat(api.one("BTCUSDT").standing().in()).isTrue();
        assertThatThrownBy(() -> api.one("NOSUCHUSDT")).isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("S2-U4 a ban takes effect at once, names who said it, and can be lifted")
    void a_ban_takes_effect_at_once() {
        UniverseDesk desk = open();
        assertThat(desk.whyNot(BTC)).isEmpty();
        api.ban("BTCUSDT", new Reason("forged volume"), () -> "maria");
        assertThat(desk.whyNot(BTC)).contains("BANNED 24 (limit 0)");
        assertThat(api.now().bans()).singleElement().satisfies(ban -> assertThat(ban.by()).isEqualTo("maria"));
        assertThat(api.lift("BTCUSDT", () -> "john").liftedBy()).isEqualTo("john");
        assertThat(desk.whyNot(BTC)).isEmpty();
        assertThatThrownBy(() -> api.lift("BTCUSDT", () -> "john")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> api.ban("NOSUCHUSDT", new Reason("forged volume"), () -> "maria"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> api.ban("BTCUSDT", new Reason(" "), () -> "maria"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(api.one("BTCUSDT").bans()).hasSize(1);
    }

    @Test
    void where_no_universe_is_watched_that_is_said() {
        assertThatThrownBy(api::now).isInstanceOf(NotFound.class).hasMessageContaining("No universe is watched");
    }

    private UniverseDesk open() {
        Policy policy = POLICY.current();
        InstrumentCatalogue file = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
        UniversePlan plan = UniversePlan.read(Path.of("rules/universe.yaml"));
        Bans bans = new BanStore(DATABASE.jdbc(), POLICY);
        CatalogueDesk catalogue = CatalogueDesk.of(file, plan, null, () -> policy);
        UniverseDesk desk = UniverseDesk.of(catalogue, plan,
                UniverseJudge.under(() -> MarketWalks.library().base("market")), bans, () -> policy);
        long price = 50_000 * FixedPoint.ONE;
        desk.onBar(new Bar(BTC, NOW.toEpochMilli() - 60_000, price, price, price, price, FixedPoint.ONE));
        desk.evaluate(NOW.toEpochMilli());
        beans.addBean("desk", desk);
        beans.addBean("catalogue", catalogue);
        beans.addBean("bans", bans);
        return desk;
    }
}
