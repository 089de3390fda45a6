package org.portcullis.risk.adapter.gates;

import java.nio.file.Path;
import java.time.Duration;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.yaml.EditedFile;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.LiveBars;
import org.portcullis.market.OrderBooks;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.FillCount;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.PendingView;
import org.portcullis.risk.PositionEntries;
import org.portcullis.risk.RotationView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.UniverseMembership;
import org.portcullis.risk.adapter.store.ThemeFile;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.risk.rotation.EntryBook;
import org.portcullis.risk.rotation.EntryKeeping;
import org.portcullis.strategy.StrategyFloor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the gates beside the desk's own. */
@Configuration(proxyBeanMethods = false)
class GatesConfiguration {

    /** Edits of themes are looked for as often as those of the policy (S4-04). */
    private static final Duration LOOK = Duration.ofMillis(250);

    @Bean
    BudgetGate budgetGate(StrategyFloor floor, DecidedOrders decided, DeskMarks prices, TermsView terms) {
        return new BudgetGate(floor::budget, decided, prices, terms);
    }

    @Bean
    DirectionGate directionGate(PolicyBook policies, StrategyFloor floor) {
        return new DirectionGate(policies, floor::budget);
    }

    @Bean
    OrderGate orderGate(PolicyBook policies, DecidedOrders decided, DeskMarks prices, InstrumentCatalogue catalogue,
            PendingView orders) {
        return new OrderGate(policies, decided, prices, id -> catalogue.find(id).map(Instrument::kind), orders);
    }

    @Bean
    RotationGate rotationGate(PolicyBook policies, EntryBook entries, RotationView rotations, DeskMarks prices,
            TermsView terms) {
        return new RotationGate(policies, entries, rotations, prices, terms);
    }

    @Bean
    PositionEntries positionEntries(EntryBook book) {
        return new EntryKeeping(book);
    }

    @Bean
    RepeatGate repeatGate(PolicyBook policies, DecidedOrders decided, Breakers breakers) {
        return new RepeatGate(policies, decided, (account, strategy) ->
                breakers.rearmedMs(account, Breaker.REPEATED_EXECUTION, Scope.strategy(strategy)));
    }

    @Bean
    UniverseGate universeGate(UniverseMembership universe, PolicyBook policies) {
        return new UniverseGate(universe, policies);
    }

    /** Books come from a venue's streams; where nobody listens to any, none is held (B-D3). */
    @Bean
    BookGate bookGateFacts(PolicyBook policies, ObjectProvider<OrderBooks> books, LiveBars bars, ModeView mode) {
        return new BookGate(policies, books.getIfAvailable(() -> OrderBooks.NONE), bars::quote, mode);
    }

    @Bean
    MessageGate messageGate(PolicyBook policies, DecidedOrders decided, PendingView orders, FillCount fills) {
        return new MessageGate(policies, decided, orders, fills);
    }

    @Bean
    ExposureGate exposureGate(@Value("${portcullis.rules-path}") Path rules, PolicyBook policies,
            InstrumentCatalogue catalogue, DeskMarks prices, TermsView terms, Background background) {
        EditedFile<ThemeBook> themes = new EditedFile<>(rules.resolve("themes.yaml"), ThemeFile::read);
        background.every(LOOK, "theme-watch", themes::refresh);
        return new ExposureGate(policies, themes, instrument -> catalogue.find(instrument).map(Instrument::venue),
                prices, terms);
    }
}
