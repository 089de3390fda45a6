package org.portcullis.market.adapter.route;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.Bans;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ListingSource;
import org.portcullis.market.LiveBars;
import org.portcullis.market.SymbolNames;
import org.portcullis.market.UniverseDesk;
import org.portcullis.market.UniverseJudge;
import org.portcullis.market.UniversePlan;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires calendars, names, the venue's catalogue and the universe. */
@Configuration(proxyBeanMethods = false)
class UniverseConfiguration {

    /** How often it is looked whether the list is due; how often it is due is a parameter. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException when an instrument names a calendar that is not there */
    @Bean
    CalendarBook calendarBook(@Value("${portcullis.rules-path}") Path rules, InstrumentCatalogue catalogue) {
        CalendarBook book = CalendarBook.read(rules.resolve("calendars"));
        List<String> missing = book.missing(catalogue);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", missing));
        }
        return book;
    }

    @Bean
    SymbolNames symbolNames(InstrumentCatalogue catalogue) {
        return SymbolNames.of(catalogue);
    }

    @Bean
    UniversePlan universePlan(@Value("${portcullis.rules-path}") Path rules) {
        return UniversePlan.read(rules.resolve("universe.yaml"));
    }

    @Bean
    CatalogueDesk catalogueDesk(InstrumentCatalogue file, UniversePlan plan, ObjectProvider<ListingSource> source,
            PolicyBook policy, Background background, WallTime time) {
        CatalogueDesk desk = CatalogueDesk.of(file, plan, source.getIfAvailable(), policy::current);
        background.every(LOOK, "instruments-refresh", () -> desk.refresh(time.millis()));
        return desk;
    }

    @Bean
    UniverseDesk universeDesk(CatalogueDesk catalogue, UniversePlan plan, RuleLibrary rules, Bans bans,
            PolicyBook policy, ObjectProvider<LiveBars> bars) {
        return UniverseDesk.of(catalogue, plan, UniverseJudge.under(() -> rules.base("market")), bans,
                policy::current, instrument -> Optional.ofNullable(bars.getIfAvailable())
                        .flatMap(live -> live.quote(instrument)));
    }
}
