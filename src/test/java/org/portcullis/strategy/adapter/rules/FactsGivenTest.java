package org.portcullis.strategy.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.market.MarketOutcome;
import org.portcullis.strategy.MarketWalks;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.RandomContexts;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;

/** A pack that gives its rules only what they look at says what it would say if they were given everything. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FactsGivenTest {

    private static final int BARS = 1_500;

    private final long seed = Long.getLong("seed", 20261121L);

    @ParameterizedTest
    @ValueSource(strings = {"momentum-core", "pool-reversal", "smc-scalper", "false-breakout", "alert-follower"})
    void no_hit_is_lost(String pack) {
        StrategyPack given = DrlStrategyPack.open(pack, MarketWalks.RULES, MarketWalks.library()::base);
        RandomContexts contexts = new RandomContexts(seed);
        long hits = 0;
        for (int i = 0; i < BARS; i++) {
            StrategyContext context = context(contexts.next());
            List<String> always = rules(always(pack, context));
            assertThat(rules(given.ask(context).hits())).as("seed %d, bar %d", seed, i).isEqualTo(always);
            hits += always.size();
        }
        assertThat(hits > 0).as("seed %d: %d hits", seed, hits).isEqualTo(!pack.equals("alert-follower"));
    }

    private static StrategyContext context(MarketOutcome.Formed bar) {
        Score score = bar.structure().scalp() == null ? null : new Score(0.7, Score.Source.HEURISTIC, "heuristic");
        return new StrategyContext(bar.features(), bar.structure(), bar.regime(), score);
    }

    private static List<TriggerHit> always(String pack, StrategyContext context) {
        try (RuleRun run = MarketWalks.library().base("strategy/" + pack).open(null)) {
            facts(PackKind.of(pack), pack, context).forEach(run::insert);
            run.fire("strategy." + pack.replace('-', '_') + ".triggers");
            return run.facts(TriggerHit.class);
        }
    }

    private static <L> List<Object> facts(PackKind<L> kind, String pack, StrategyContext context) {
        L limits = kind.limits(PackParameters.read(MarketWalks.RULES.resolve("strategy").resolve(pack)
                .resolve("strategy.yaml")));
        List<Object> facts = new ArrayList<>(kind.measures(context, limits));
        facts.addAll(context.structure().poolSteps());
        Stream.of(limits, context.features(), context.structure(), context.regime(), context.structure().breakout(),
                context.structure().scalp(), context.score()).filter(Objects::nonNull).forEach(facts::add);
        return facts;
    }

    private static List<String> rules(List<TriggerHit> hits) {
        return hits.stream().map(hit -> hit.rule() + hit.side() + hit.poolId()).sorted().toList();
    }
}
