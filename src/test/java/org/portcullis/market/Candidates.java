package org.portcullis.market;

import java.nio.file.Path;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.strategy.MarketWalks;

/** Symbols to judge, and the shipped plan, limits and rules to judge them by. */
final class Candidates {

    static final UniversePlan PLAN = UniversePlan.read(Path.of("rules/universe.yaml"));
    static final Policy POLICY = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative").current();
    static final Policy DEMO = PolicyBook.open(Path.of("rules/policy.yaml"), "demo").current();

    private Candidates() {
    }

    static UniverseJudge judge() {
        return UniverseJudge.under(() -> MarketWalks.library().base("market"));
    }

    static Universe judged(Iterable<Candidate> candidates) {
        java.util.List<Candidate> all = new java.util.ArrayList<>();
        candidates.forEach(all::add);
        return Universe.judged(0, all, PLAN, tier -> UniverseLimits.from(POLICY, tier), judge());
    }

    /** One that keeps to every limit of every tier. */
    static Candidate fit(String symbol) {
        return with(symbol, 50_000_000, 3);
    }

    static Candidate with(String symbol, double quoteVolume, double spreadBps) {
        return new Candidate(new InstrumentId(symbol), Tier.NONE, TradingStatus.TRADING, 0, false, 0, 1440, quoteVolume,
                true, spreadBps, 400, 1, true, 4);
    }
}
