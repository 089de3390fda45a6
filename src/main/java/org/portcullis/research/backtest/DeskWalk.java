package org.portcullis.research.backtest;

import java.util.List;
import java.util.function.Consumer;
import org.portcullis.engine.memory.Letters;
import org.portcullis.engine.memory.Turns;
import org.portcullis.engine.route.Addresses;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.market.MarketFrame;
import org.portcullis.order.FillApplied;
import org.portcullis.order.Order;
import org.portcullis.order.OrderChanged;
import org.portcullis.order.OrderDesk;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderStep;
import org.portcullis.order.memory.DeskInMemory;
import org.portcullis.order.memory.LifecycleInMemory;
import org.portcullis.order.memory.OrdersInMemory;
import org.portcullis.portfolio.AccountWorth;
import org.portcullis.portfolio.memory.BooksInMemory;
import org.portcullis.portfolio.memory.ClosedPart;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.VerdictKept;
import org.portcullis.risk.exit.ExitWatch;
import org.portcullis.risk.memory.RiskInMemory;
import org.portcullis.strategy.HoldingView;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyProposed;

/**
 * The desk's thread of a backtest: each frame goes to the venue, then to the desk, then to what was proposed on it, and
 * each of the three ends with everything that it caused before the next begins, as in a lock-step replay.
 */
final class DeskWalk {

    private static final AccountId ACCOUNT = new AccountId("paper-main");

    private final Turns turns = new Turns();
    private final Letters bus = new Letters();
    private final EventTime clock = new EventTime();
    private final WalkedBefore walked;
    private final RiskInMemory risk;
    private final BooksInMemory books;
    private final OrdersInMemory orders;
    private final LifecycleInMemory lifecycle;
    private final MemoryVenue venue;
    private final OrderDesk desk;
    private final ExitWatch exits;
    private final Tally tally;

    DeskWalk(Ground ground) {
        RiskInMemory.Ground under = new RiskInMemory.Ground(ACCOUNT, ground.policies, ground.rules, ground.plan.rules(),
                ground.catalogue, ground.calendars, ground::budget);
        this.walked = new WalkedBefore();
        this.risk = new RiskInMemory(under, turns, hearing -> RiskInMemory.marks(walked, hearing));
        this.tally = new Tally(risk.terms());
        this.books = new BooksInMemory(ACCOUNT, ground.plan.cash(), risk.terms(), risk.marks(), ground.policies, turns,
                tally::worth);
        this.orders = new OrdersInMemory(risk.terms());
        this.lifecycle = new LifecycleInMemory(bus, ground.plan.approvals() ? LifecycleInMemory.Approvals.GRANTED
                : LifecycleInMemory.Approvals.NOBODY);
        this.venue = new MemoryVenue(ground, bus);
        RiskInMemory.Books known = new RiskInMemory.Books(books, orders, books.records(), books.equity(),
                books.fees());
        RiskDesk judge = risk.desk(known);
        books.keepEquity(risk.drawdown());
        this.exits = risk.exits(known);
        this.desk = DeskInMemory.open(new DeskInMemory.Parts(ACCOUNT, judge, risk.decisions(), orders, lifecycle,
                venue, books, risk.cooldowns(), ground.policies), new DeskInMemory.Stops(risk.incidents(), risk.kill(),
                risk::throwKill, books, risk.marks(), risk.terms()), bus, turns, clock);
        listen();
    }

    private void listen() {
        turns.hear(VerdictKept.class, kept -> tally.judged(kept.verdict()));
        turns.hear(ClosedPart.class, tally::closed);
        turns.hear(FillApplied.class, tally::filled);
        bus.reader(Addresses.STRATEGY_PROPOSED, StrategyProposed.class, proposed -> {
            clock.reached(proposed.proposal().decidedAtMs());
            desk.onProposal(proposed.proposal(), 0);
            pump();
        });
        bus.reader(Addresses.ORDER_STEP, OrderStep.class, step -> {
            desk.onStep(step);
            pump();
        });
        bus.reader(Addresses.ORDER_REPORT, OrderReport.class, report -> {
            desk.onReport(report);
            pump();
        });
    }

    /** One minute: fills first, then what its prices mean for what is held and ordered. */
    void onFrame(MarketFrame frame, List<Frames.Row> rows) {
        walked.next(rows);
        venue.onBars(frame.bars());
        bus.deliver();
        risk.marks().onFrame(frame);
        clock.reached(frame.closeTimeMs());
        pump();
        exits.onFrame(frame).forEach(this::propose);
        books.onTime(frame.closeTimeMs());
        bus.deliver();
    }

    /** What strategies proposed on the frame, in the order of its bars. */
    void onProposals(List<Proposal> proposals) {
        if (!proposals.isEmpty()) {
            proposals.forEach(this::propose);
            bus.deliver();
        }
    }

    private void propose(Proposal proposal) {
        bus.send(Addresses.STRATEGY_PROPOSED, proposal.proposalId(), new StrategyProposed(proposal, 0));
    }

    private void pump() {
        lifecycle.pump(clock.millis());
    }

    HoldingView holdings() {
        return books;
    }

    /** Tells of every order that comes to its end. */
    void ended(Consumer<Order> hearing) {
        turns.hear(OrderChanged.class, changed -> {
            if (changed.state().terminal()) {
                orders.find(changed.clientOrderId()).ifPresent(hearing);
            }
        });
    }

    Turns turns() {
        return turns;
    }

    Tally tally() {
        return tally;
    }

    long orders() {
        return orders.count();
    }

    /** Positions that are open now. */
    int open() {
        return books.lockAndRead(ACCOUNT).held().size();
    }

    Money unrealised() {
        return books.unrealised();
    }

    /** The line of equity ends here. */
    void end(long atMs) {
        Money worth = books.worth(ACCOUNT).map(AccountWorth::equity).orElse(Money.ZERO);
        tally.ends(atMs, worth, books.exposure());
    }

}
