package org.portcullis.market.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bans;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.CatalogueState;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing;
import org.portcullis.market.ListingSource;
import org.portcullis.market.SymbolNames;
import org.portcullis.market.TradingStatus;
import org.portcullis.market.UniverseDesk;
import org.portcullis.strategy.MarketWalks;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UniverseConfigurationTest {

    private static final InstrumentCatalogue SHIPPED = MarketWalks.catalogue();

    @Test
    void everything_is_wired_without_a_venue() {
        try (AnnotationConfigApplicationContext context = context(SHIPPED, null)) {
            assertThat(context.getBean(CatalogueDesk.class).state().source()).isEqualTo(CatalogueState.Source.FILE);
            assertThat(context.getBean(UniverseDesk.class).evaluate(0).standings()).hasSize(26);
            assertThat(context.getBean(CalendarBook.class).calendars()).containsOnlyKeys("always", "cme-equity");
            assertThat(context.getBean(SymbolNames.class).find("BTC-USD", 0)).isPresent();
        }
    }

    @Test
    void a_venue_that_is_there_is_asked() {
        Instrument btc = SHIPPED.require(new InstrumentId("BTCUSDT"));
        ListingSource venue = () -> List.of(new Listing(btc, "BTCUSDT", TradingStatus.TRADING, btc.kind(), 0, 0));
        try (AnnotationConfigApplicationContext context = context(SHIPPED, venue)) {
            assertThat(context.getBean(CatalogueDesk.class).refresh(1).source())
                    .isEqualTo(CatalogueState.Source.VENUE);
        }
    }

    @Test
    void an_instrument_without_its_calendar_stops_the_start() {
        Instrument lost = new Instrument(new InstrumentId("LOST"), "v", "A", "B", 1, 1, 1, 0, FixedPoint.ONE, 0, 0,
                Listing.Kind.SPOT, "nowhere", Set.of(), null);
        assertThatThrownBy(() -> context(InstrumentCatalogue.of(Map.of(lost.id(), lost)), null).close())
                .rootCause().hasMessage("LOST trades by the calendar nowhere, which is not in rules/calendars");
    }

    private static AnnotationConfigApplicationContext context(InstrumentCatalogue catalogue,
            @Nullable ListingSource venue) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("portcullis.rules-path", "rules")));
        context.registerBean(InstrumentCatalogue.class, () -> catalogue);
        context.registerBean(PolicyBook.class,
                () -> PolicyBook.open(Path.of("rules/policy.yaml"), "conservative"));
        context.registerBean(RuleLibrary.class, MarketWalks::library, bean -> bean.setDestroyMethodName(null));
        context.registerBean(Background.class);
        context.registerBean(WallTime.class);
        context.registerBean(Bans.class, () -> Bans.NONE);
        if (venue != null) {
            context.registerBean(ListingSource.class, () -> venue);
        }
        context.register(UniverseConfiguration.class);
        context.refresh();
        return context;
    }
}
