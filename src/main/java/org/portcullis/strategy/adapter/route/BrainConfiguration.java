package org.portcullis.strategy.adapter.route;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.StageTimes;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.FeedPositions;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.UniverseDesk;
import org.portcullis.signal.SignalLimits;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.HoldingView;
import org.portcullis.strategy.Scoring;
import org.portcullis.strategy.StrategyFloor;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.UniverseView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the brain. */
@Configuration(proxyBeanMethods = false)
class BrainConfiguration {

    /** Edits of strategies and their parameters are looked for as often as those of the policy (S4-04). */
    private static final Duration LOOK = Duration.ofMillis(250);

    @Bean
    SignalAge signalAge(TimeOracle clock, PolicyBook policy) {
        return new SignalAge(clock, () -> SignalLimits.from(policy.current()).ageMsMax());
    }

    @Bean
    StrategyFloor strategyFloor(@Value("${portcullis.rules-path}") Path folder,
            @Value("${portcullis.strategy.enabled:}") Set<String> enabled, RuleLibrary rules,
            ObjectProvider<Scoring> scoring, ObjectProvider<UniverseView> universe,
            ObjectProvider<StrategyPack> written, ObjectProvider<HoldingView> holdings, Background background,
            ApplicationEventPublisher events, SignalAge age) {
        FloorParts parts = FloorParts.of(folder, rules::base).with(written.orderedStream().toList())
                .holding((strategy, instrument) ->
                        holdings.getIfAvailable(() -> HoldingView.NOBODY).held(strategy, instrument))
                .within(universe.getIfAvailable(() -> UniverseView.EVERYTHING));
        Scoring scores = scoring.getIfAvailable();
        StrategyFloor floor = StrategyFloor.live(new TreeSet<>(enabled),
                scores == null ? parts : parts.scoredBy(scores)).telling(events::publishEvent)
                .heeding(age::tooOld);
        background.every(LOOK, "strategy-watch", floor::refresh);
        return floor;
    }

    /**
     * Which instruments may be entered. A replay names its instruments itself and brings no quotes, so the universe is
     * asked only when it is wanted (S2-REQ-U1).
     */
    @Bean
    UniverseView universeView(UniverseDesk universe, @Value("${portcullis.strategy.universe}") UniverseUse use,
            @Value("${portcullis.feed.live.enabled:false}") boolean live) {
        return use.asked(live) ? universe::whyNot : UniverseView.EVERYTHING;
    }

    @Bean
    BarWalk brainWalk(RuleLibrary rules, PolicyBook policy, InstrumentCatalogue catalogue, CalendarBook calendars,
            StrategyFloor floor) {
        return BarWalk.analysing(() -> rules.base("market"), policy::current, catalogue, calendars)
                .reading(floor::readings);
    }

    @Bean
    Brain brain(BarWalk brainWalk, StrategyFloor floor, UniverseDesk universe, UniverseView view, MessageBus bus,
            FeedPositions positions, WallTime time, StageTimes stages, ApplicationEventPublisher events) {
        BiConsumer<Bar, MarketOutcome> watched = view == UniverseView.EVERYTHING ? (bar, outcome) -> { }
                : universe::onOutcome;
        return new Brain(brainWalk, floor, watched, bus, positions, time, stages, events::publishEvent);
    }

    @Bean
    BrainHistory brainHistory(BarWalk brainWalk, Brain brain, UniverseDesk universe, UniverseView view) {
        return new BrainHistory(brainWalk, brain, view == UniverseView.EVERYTHING ? null : universe);
    }

    /** When the universe decides which instruments may be entered. */
    enum UniverseUse {
        /** When a venue is listened to. */
        LIVE,
        /** In replays as well. */
        ALWAYS,
        /** Never. */
        NEVER;

        boolean asked(boolean live) {
            return this == ALWAYS || this == LIVE && live;
        }
    }
}
