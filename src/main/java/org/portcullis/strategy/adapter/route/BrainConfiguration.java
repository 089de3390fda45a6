package org.portcullis.strategy.adapter.route;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.StageTimes;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.BarWalk;
import org.portcullis.market.FeedPositions;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyFloor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the brain. */
@Configuration(proxyBeanMethods = false)
class BrainConfiguration {

    @Bean
    StrategyBook strategyBook(@Value("${portcullis.rules-path}") Path rules,
            @Value("${portcullis.strategy.enabled:}") Set<String> enabled) {
        return StrategyBook.read(rules.resolve("strategies.yaml"), new TreeSet<>(enabled));
    }

    @Bean
    Brain brain(StrategyBook book, @Value("${portcullis.rules-path}") Path folder, RuleLibrary rules, PolicyBook policy,
            MessageBus bus, FeedPositions positions, WallTime time, StageTimes stages) {
        BarWalk walk = BarWalk.under(() -> rules.base("market"), policy::current);
        return new Brain(walk, StrategyFloor.open(book, folder, rules::base), bus, positions, time, stages);
    }
}
