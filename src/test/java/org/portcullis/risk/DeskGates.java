package org.portcullis.risk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.market.Listing.Kind;
import org.portcullis.market.OrderBooks;
import org.portcullis.market.Quote;
import org.portcullis.risk.UniverseMembership.Standing;
import org.portcullis.risk.adapter.gates.BookGate;
import org.portcullis.risk.adapter.gates.BudgetGate;
import org.portcullis.risk.adapter.gates.DirectionGate;
import org.portcullis.risk.adapter.gates.ConfidenceGate;
import org.portcullis.risk.adapter.gates.ExposureGate;
import org.portcullis.risk.adapter.gates.MessageGate;
import org.portcullis.risk.adapter.gates.OrderGate;
import org.portcullis.risk.adapter.gates.RepeatGate;
import org.portcullis.risk.adapter.gates.UniverseGate;
import org.portcullis.risk.adapter.store.ThemeFile;
import org.portcullis.risk.domain.QuoteAge;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.strategy.StrategyBudget;

/**
 * The gates beside the desk's own, as the application wires them.
 *
 * @param decided what the desk let pass lately
 * @param window between which prices instruments traded lately
 * @param kinds what instruments are
 * @param orders which cancellations were sent
 * @param market what is known of the market between two bars, and of what may be traded
 */
public record DeskGates(PolicyBook policy, DecidedOrders decided, PriceView prices, TermsView terms,
        PriceWindow window, Function<InstrumentId, Optional<Kind>> kinds, PendingView orders, Around market) {

    /** What stands around the desk: universe, books, quotes, fills and the mode. */
    public record Around(UniverseMembership universe, OrderBooks books, Function<InstrumentId, Optional<Quote>> quotes,
            FillCount fills, ModeView mode) {

        /** A replay of bars: the universe is not asked, nothing is known between two bars, nothing was filled. */
        public static final Around BARS = new Around((instrument, atMs) -> Standing.notAsked(false), OrderBooks.NONE,
                instrument -> Optional.empty(), (account, fromMs) -> 0, () -> Mode.PAPER);
    }

    /** Gates of an account that cancels nothing. */
    public DeskGates(PolicyBook policy, DecidedOrders decided, PriceView prices, TermsView terms,
            PriceWindow window, Function<InstrumentId, Optional<Kind>> kinds) {
        this(policy, decided, prices, terms, window, kinds, account -> List.of(), Around.BARS);
    }

    /** The same over these orders. */
    public DeskGates over(PendingView its) {
        return new DeskGates(policy, decided, prices, terms, window, kinds, its, market);
    }

    /** The same in that market. */
    public DeskGates in(Around its) {
        return new DeskGates(policy, decided, prices, terms, window, kinds, orders, its);
    }

    /** Gates of spot instruments whose price has not moved. */
    public DeskGates(PolicyBook policy, DecidedOrders decided, PriceView prices, TermsView terms) {
        this(policy, decided, prices, terms, (instrument, fromMs) -> Optional.empty(),
                instrument -> Optional.of(Kind.SPOT));
    }

    /** The gates with shipped themes, one venue and budgets that bound only how many entries a minute brings. */
    public List<GateFacts> permissive(int entriesPerCycle) {
        ThemeBook themes = ThemeFile.read(Path.of("rules/themes.yaml"));
        return of(strategy -> Optional.of(new StrategyBudget(strategy, true, Percent.of("100"), entriesPerCycle,
                "for a test", Set.of("paper"))), () -> themes, instrument -> Optional.of("paper"));
    }

    /** The gates with these budgets, themes and venues. */
    public List<GateFacts> of(Function<String, Optional<StrategyBudget>> budgets, Supplier<ThemeBook> themes,
            Function<InstrumentId, Optional<String>> venues) {
        return List.of(subject -> List.of(new QuoteAge(false, 0, 5_000)), new ConfidenceGate(policy),
                new DirectionGate(policy, budgets), new BudgetGate(budgets, decided, prices, terms),
                new ExposureGate(policy, themes, venues, prices, terms),
                new OrderGate(policy, decided, window, kinds, orders),
                new RepeatGate(policy, decided, (account, strategy) -> 0),
                new MessageGate(policy, decided, orders, market.fills()), new UniverseGate(market.universe(), policy),
                new BookGate(policy, market.books(), market.quotes(), market.mode()));
    }
}
