package org.portcullis.research.adapter.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.portcullis.engine.home.CacheFolder;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleOpening;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Flag;
import org.portcullis.market.FlagCode;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadBar;
import org.portcullis.research.PatternSource;

/** Finds patterns with the market room itself: its guards, its structure, its features. */
public final class WalkedPatterns implements PatternSource {

    /** No person waits for one bar of history: only a rule that never ends is stopped. */
    private static final Duration RUN_TIME_MAX = Duration.ofSeconds(20);

    private final Path rules;

    /**
     * @param rules the folder {@code rules}
     */
    public WalkedPatterns(Path rules) {
        this.rules = rules;
    }

    @Override
    public void walk(BarStream bars, Consumer<PatternBar> visitor) {
        RuleLimits limits = RuleLimits.standard();
        PolicyBook policy = PolicyBook.open(rules.resolve("policy.yaml"), null);
        try (RuleLibrary library = RuleLibrary.open(RuleOpening.of(rules, RuleSandbox.allowing("org.portcullis."))
                .within(limits.within(limits.firingsMax(), RUN_TIME_MAX)).only(Set.of("market"))
                .at(new WallTime()).remembering(CacheFolder.ofUser()))) {
            BarWalk walk = BarWalk.analysing(() -> library.base("market"), policy::current,
                    InstrumentCatalogue.read(rules.resolve("instruments.yaml")),
                    CalendarBook.read(rules.resolve("calendars")));
            while (bars.hasNext()) {
                if (bars.next() instanceof ReadBar.Good good) {
                    visit(good, walk.onBar(good.bar(), good.bar().closeTimeMs()), visitor);
                }
            }
        }
    }

    private static void visit(ReadBar.Good read, MarketOutcome outcome, Consumer<PatternBar> visitor) {
        if (outcome instanceof MarketOutcome.Formed formed) {
            visitor.accept(new PatternBar(read.bar(), formed.features().atr14(), formed.structure().scalp()));
        } else if (!(outcome instanceof MarketOutcome.Flagged flagged && refused(flagged.flags()))) {
            visitor.accept(new PatternBar(read.bar(), Double.NaN, null));
        }
    }

    private static boolean refused(List<Flag> flags) {
        return flags.stream().anyMatch(flag -> flag.code().effect() == FlagCode.Effect.REFUSE);
    }
}
