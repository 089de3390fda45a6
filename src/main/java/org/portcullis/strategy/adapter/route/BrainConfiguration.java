package org.portcullis.strategy.adapter.route;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.StageTimes;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.FeedPositions;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.Scoring;
import org.portcullis.strategy.StrategyFloor;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.UniverseView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the brain. */
@Configuration(proxyBeanMethods = false)
class BrainConfiguration {

    /** Edits of strategies and their parameters are looked for as often as those of the policy (S4-04). */
    private static final Duration LOOK = Duration.ofMillis(250);

    @Bean
    StrategyFloor strategyFloor(@Value("${portcullis.rules-path}") Path folder,
            @Value("${portcullis.strategy.enabled:}") Set<String> enabled, RuleLibrary rules,
            ObjectProvider<Scoring> scoring, ObjectProvider<UniverseView> universe,
            ObjectProvider<StrategyPack> written, Background background) {
        FloorParts parts = FloorParts.of(folder, rules::base).with(written.orderedStream().toList())
                .within(universe.getIfAvailable(() -> UniverseView.EVERYTHING));
        Scoring scores = scoring.getIfAvailable();
        StrategyFloor floor = StrategyFloor.live(new TreeSet<>(enabled),
                scores == null ? parts : parts.scoredBy(scores));
        background.every(LOOK, "strategy-watch", floor::refresh);
        return floor;
    }

    @Bean
    Brain brain(StrategyFloor floor, RuleLibrary rules, PolicyBook policy, MessageBus bus, FeedPositions positions,
            WallTime time, StageTimes stages, InstrumentCatalogue catalogue, CalendarBook calendars) {
        BarWalk walk = BarWalk.analysing(() -> rules.base("market"), policy::current, catalogue, calendars);
        return new Brain(walk, floor, bus, positions, time, stages);
    }
}
