package org.portcullis.risk.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.memory.Turns;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing.Kind;
import org.portcullis.market.OrderBooks;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.DeskPorts;
import org.portcullis.risk.FrameHearing;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.KillView;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.PendingView;
import org.portcullis.risk.ReconcileView;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TrackRecord;
import org.portcullis.risk.UniverseMembership.Standing;
import org.portcullis.risk.VerdictKept;
import org.portcullis.risk.adapter.gates.BookGate;
import org.portcullis.risk.adapter.gates.BreakerGate;
import org.portcullis.risk.adapter.gates.BudgetGate;
import org.portcullis.risk.adapter.gates.ConfidenceGate;
import org.portcullis.risk.adapter.gates.DirectionGate;
import org.portcullis.risk.adapter.gates.ExposureGate;
import org.portcullis.risk.adapter.gates.MessageGate;
import org.portcullis.risk.adapter.gates.OrderGate;
import org.portcullis.risk.adapter.gates.QuoteGate;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.risk.adapter.gates.RepeatGate;
import org.portcullis.risk.adapter.gates.SizingGate;
import org.portcullis.risk.adapter.gates.UniverseGate;
import org.portcullis.risk.adapter.market.CatalogueHours;
import org.portcullis.risk.adapter.market.CatalogueTerms;
import org.portcullis.risk.adapter.market.GuardedMarks;
import org.portcullis.risk.adapter.rules.RuleGates;
import org.portcullis.risk.adapter.rules.RuleTripping;
import org.portcullis.risk.adapter.store.ThemeFile;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.EquityMarked;
import org.portcullis.risk.breaker.EquityTape;
import org.portcullis.risk.breaker.EquityWatch;
import org.portcullis.risk.breaker.FeeTape;
import org.portcullis.risk.breaker.FeesWatch;
import org.portcullis.risk.breaker.FillTold;
import org.portcullis.risk.breaker.FrameWatch;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.LossRateWatch;
import org.portcullis.risk.breaker.MarketTapes;
import org.portcullis.risk.breaker.MarketWatch;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.ResultWatch;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.SlippageWatch;
import org.portcullis.risk.breaker.VerdictWatch;
import org.portcullis.risk.domain.breaker.ProductStatus;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.risk.exit.ExitIncident;
import org.portcullis.risk.exit.ExitWatch;
import org.portcullis.risk.exit.PositionFilled;
import org.portcullis.strategy.StrategyBudget;

/**
 * Door of the risk room over memory: first what knows the market, then, once the books of the account are there, the
 * desk with every gate, the breakers and the exits. Wired as in the running application, but that no wall clock looks
 * for silence and nobody lets a breaker go.
 */
public final class RiskInMemory {

    /**
     * What it is made from.
     *
     * @param rulesFolder the folder {@code rules}
     * @param budgets the budget in force of a strategy, or nothing when it is not listed
     */
    public record Ground(AccountId account, PolicyBook policies, RuleLibrary rules, Path rulesFolder,
            InstrumentCatalogue catalogue, CalendarBook calendars,
            Function<String, Optional<StrategyBudget>> budgets) {
    }

    /** What other rooms know of the account. */
    public record Books(AccountView accounts, PendingView pending, TrackRecord records, EquityTape equity,
            FeeTape fees) {
    }

    private final Ground ground;
    private final Turns turns;
    private final TermsView terms;
    private final Breakers breakers;
    private final DecisionsInMemory decisions;
    private final ResultsInMemory results;
    private final FillsInMemory fills = new FillsInMemory();
    private final IncidentWatch incidents;
    private final EquityWatch drawdown;
    private final DeskMarks marks;
    private boolean killed;

    /** Marks by a walk that is known. */
    public static DeskMarks marks(KnownWalk walk, FrameHearing hearing) {
        return new GuardedMarks(walk, hearing);
    }

    /**
     * Everything that needs no account.
     *
     * @param marking makes the marks, which tell who hears of frames
     */
    public RiskInMemory(Ground ground, Turns turns, Function<FrameHearing, DeskMarks> marking) {
        this.ground = ground;
        this.turns = turns;
        PolicyBook policies = ground.policies();
        TripsInMemory trips = new TripsInMemory();
        this.terms = new CatalogueTerms(ground.catalogue(), kind -> policies.current().percent(
                kind == Kind.PERPETUAL ? "risk.margin-perpetual-pct" : "risk.margin-future-pct"));
        this.breakers = new Breakers(trips, new RuleTripping(() -> ground.rules().base("risk")), policies, turns,
                turns);
        this.decisions = new DecisionsInMemory(turns);
        this.results = new ResultsInMemory(policies);
        this.incidents = new IncidentWatch(trips, breakers, policies, turns);
        this.drawdown = new EquityWatch(results.peaks(), breakers, policies);
        MarketTapes tapes = new MarketTapes();
        SlippageWatch slippage = new SlippageWatch(fills, tapes, terms, breakers, policies, turns);
        MarketWatch market = new MarketWatch(ground.account(), tapes,
                new CatalogueHours(ground.catalogue(), ground.calendars()), breakers, policies);
        this.marks = marking.apply(new FrameWatch(ground.account(), tapes, market, slippage, policies));
        VerdictWatch verdicts = new VerdictWatch(tapes, fills, breakers, policies);
        turns.hear(VerdictKept.class, kept -> verdicts.kept(kept.verdict()));
        turns.hear(FillTold.class, fills::counted);
        turns.hear(FillTold.class, slippage::told);
    }

    /** The desk over the account's books; the breakers of results hear from now on. */
    public RiskDesk desk(Books books) {
        PolicyBook policies = ground.policies();
        ResultWatch result = new ResultWatch(results, breakers, policies);
        FeesWatch fees = new FeesWatch(books.fees(), breakers, policies);
        LossRateWatch rate = new LossRateWatch(books.equity(), breakers, policies);
        turns.hear(ResultBooked.class, result::booked);
        turns.hear(ResultBooked.class, fees::booked);
        turns.hear(EquityMarked.class, rate::marked);
        ModeView mode = () -> Mode.PAPER;
        return new RiskDesk(new DeskPorts(books.accounts(), books.pending(), marks, terms, results, kill(), mode,
                gates(books, mode)), policies, new RuleGates(() -> ground.rules().base("risk")));
    }

    private List<GateFacts> gates(Books books, ModeView mode) {
        PolicyBook policies = ground.policies();
        InstrumentCatalogue catalogue = ground.catalogue();
        ThemeBook themes = ThemeFile.read(ground.rulesFolder().resolve("themes.yaml"));
        List<GateFacts> gates = new ArrayList<>();
        gates.add(new BreakerGate(breakers));
        gates.add(new ConfidenceGate(policies));
        gates.add(new QuoteGate(instrument -> Optional.empty(), policies, false));
        gates.add(new ReconcileGate(() -> new ReconcileView.Books(true, 0)));
        gates.add(new SizingGate(policies, books.records(), marks, catalogue));
        gates.add(subject -> List.of(new ProductStatus("TRADING", true)));
        gates.add(new BudgetGate(ground.budgets(), decisions, marks, terms));
        gates.add(new DirectionGate(policies, ground.budgets()));
        gates.add(new OrderGate(policies, decisions, marks, id -> catalogue.find(id).map(Instrument::kind),
                books.pending()));
        gates.add(new RepeatGate(policies, decisions, (account, strategy) ->
                breakers.rearmedMs(account, Breaker.REPEATED_EXECUTION, Scope.strategy(strategy))));
        gates.add(new UniverseGate((id, atMs) -> Standing.notAsked(false), policies));
        gates.add(new BookGate(policies, OrderBooks.NONE, id -> Optional.empty(), mode));
        gates.add(new MessageGate(policies, decisions, books.pending(), fills));
        gates.add(new ExposureGate(policies, () -> themes, id -> catalogue.find(id).map(Instrument::venue), marks,
                terms));
        return gates;
    }

    /** The watch over open positions; hears of fills inside their turn and looks once it is over. */
    public ExitWatch exits(Books books) {
        ExitWatch watch = ExitsInMemory.watch(ground, books, marks, terms, turns);
        turns.hear(PositionFilled.class, watch::filled);
        turns.hearAfterwards(ResultBooked.class, booked -> watch.changed(booked.atMs()));
        turns.hear(ExitIncident.class, incident -> incidents.happened(incident.account(), Breaker.EXCEPTIONS,
                Scope.GLOBAL, incident.incidentId(), incident.atMs()));
        return watch;
    }

    /** Where verdicts are kept. */
    public DecisionBook decisions() {
        return decisions;
    }

    /** Which symbols rest. */
    public Cooldowns cooldowns() {
        return results;
    }

    /** What is believed of prices. */
    public DeskMarks marks() {
        return marks;
    }

    /** How instruments trade. */
    public TermsView terms() {
        return terms;
    }

    /** What counts failures. */
    public IncidentWatch incidents() {
        return incidents;
    }

    /** What judges falls of the account's equity. */
    public EquityWatch drawdown() {
        return drawdown;
    }

    /** Whether a breaker has stopped everything. */
    public KillView kill() {
        return () -> killed;
    }

    /** Stops everything for the rest of the run. */
    public void throwKill() {
        killed = true;
    }
}
