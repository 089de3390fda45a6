package org.portcullis.strategy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadBar;
import org.portcullis.market.RefusalCode;
import org.portcullis.market.SeriesGap;

/**
 * The shipped rules over a stream of bars, with everything that came out counted: market and strategy room together.
 */
public final class MarketWalks {

    /** The folder with the shipped rules. */
    public static final Path RULES = Path.of("rules");

    /** What rules may take, with so much time that a busy machine does not stop a run. */
    private static final RuleLimits PATIENT = RuleLimits.standard().within(10_000, Duration.ofSeconds(20));

    private static final RuleLibrary LIBRARY = RuleLibrary.open(RULES, RuleSandbox.allowing("org.portcullis."), PATIENT,
            InstantSource.system());
    private static final PolicyBook POLICY = PolicyBook.open(RULES.resolve("policy.yaml"), null);

    /** What came out of a walk. */
    public static final class Tally {
        public long bars;
        public long flagged;
        public long proposed;
        public long warming;
        public long formed;
        public final Map<RefusalCode, Long> refused = new EnumMap<>(RefusalCode.class);
        public final List<SeriesGap> gaps = new ArrayList<>();
        public final List<Proposal> proposals = new ArrayList<>();
        public final Map<String, Long> rules = new TreeMap<>();
        public Map<NoTradeReason, Long> reasons = new LinkedHashMap<>();
        public Map<?, Long> flags = Map.of();
        public long formedAcrossHole;
    }

    private MarketWalks() {
    }

    public static RuleLibrary library() {
        return LIBRARY;
    }

    public static InstrumentCatalogue catalogue() {
        return InstrumentCatalogue.read(RULES.resolve("instruments.yaml"));
    }

    public static BarFeed feed() {
        return new BarFeed(catalogue());
    }

    public static BarWalk walk() {
        return BarWalk.under(() -> LIBRARY.base("market"), POLICY::current);
    }

    public static StrategyFloor floor() {
        StrategyBook book = StrategyBook.read(RULES.resolve("strategies.yaml"), Set.of("momentum-core"));
        return StrategyFloor.open(book, RULES, LIBRARY::base);
    }

    /** Every bar of a file or folder, received at its close, through both rooms. */
    public static Tally of(Path fileOrFolder) {
        return of(feed().open(fileOrFolder));
    }

    public static Tally of(BarStream bars) {
        Tally tally = new Tally();
        BarWalk walk = walk();
        StrategyFloor floor = floor();
        try (bars) {
            while (bars.hasNext()) {
                ReadBar read = bars.next();
                if (read instanceof ReadBar.Refused refused) {
                    tally.refused.merge(refused.code(), 1L, Long::sum);
                } else if (read instanceof ReadBar.Good good) {
                    tally.bars++;
                    long previousClose = walk.mark(good.bar().instrument()).map(mark -> mark.eventTimeMs())
                            .orElse(good.bar().openTimeMs());
                    count(tally, walk.onBar(good.bar(), good.bar().closeTimeMs()), floor,
                            previousClose == good.bar().openTimeMs());
                }
            }
        }
        tally.reasons = floor.reasons();
        tally.flags = walk.flagged();
        return tally;
    }

    private static void count(Tally tally, MarketOutcome outcome, StrategyFloor floor, boolean continues) {
        if (outcome instanceof MarketOutcome.Flagged flagged) {
            tally.flagged++;
            if (flagged.gap() != null) {
                tally.gaps.add(flagged.gap());
            }
        } else if (outcome instanceof MarketOutcome.Warming warming) {
            tally.warming++;
            if (warming.gap() != null) {
                tally.gaps.add(warming.gap());
            }
        } else {
            tally.formed++;
            tally.formedAcrossHole += continues ? 0 : 1;
        }
        if (floor.onMarket(outcome) instanceof StrategyOutcome.Proposed proposed) {
            tally.proposed++;
            proposed.all().forEach(proposal -> {
                tally.proposals.add(proposal);
                tally.rules.merge(proposal.rule(), 1L, Long::sum);
            });
        }
    }
}
