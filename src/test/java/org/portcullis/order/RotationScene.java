package org.portcullis.order;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.workflow.TestEngine;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.adapter.RotationHearing;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.order.adapter.store.RotationStore;
import org.portcullis.order.rotation.Rotation;
import org.portcullis.order.rotation.RotationPorts;
import org.portcullis.order.rotation.Rotations;
import org.portcullis.portfolio.adapter.store.PortfolioStore;
import org.portcullis.risk.DeskGates;
import org.portcullis.risk.DeskPorts;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Mode;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.ReconcileView;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.risk.adapter.gates.RotationGate;
import org.portcullis.risk.adapter.store.CooldownStore;
import org.portcullis.risk.adapter.store.DecidedOrderStore;
import org.portcullis.risk.adapter.store.Decisions;
import org.portcullis.risk.adapter.store.EntryStore;
import org.portcullis.risk.domain.breaker.OpenBreakers;
import org.portcullis.risk.domain.breaker.ProductStatus;
import org.portcullis.risk.rotation.EntryKeeping;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyProposed;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The desk, rotation, database, workflow engine, rules and portfolio, all real but the broker and the venue: a test
 * plays the venue, says when messages arrive, and may kill the process between them.
 */
final class RotationScene implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId("paper-main");
    /** Compiled once, for they take longest. */
    private static final RiskRules RULES = RiskRules.shipped();

    final TestDatabase database = TestEngine.database();
    final List<String> audit = new ArrayList<>();
    final Map<String, String> prices = new HashMap<>();
    final Map<String, SubmitOrder> submitted = new TreeMap<>();
    final Set<String> cancelled = new HashSet<>();
    final EntryStore entries = new EntryStore(database.jdbc());
    final RotationStore rotations = new RotationStore(database.jdbc());
    OrderDesk desk;
    Instant now = Instant.parse("2024-12-02T10:00:00Z");
    boolean killOn;
    /** Messages that were sent and not yet heard. */
    final Deque<Object> sent = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Path home;
    private final String[] limits;
    private TestEngine engine;
    private WorkflowPump pump;
    private Workflow workflow;
    private int proposals;

    RotationScene(Path home, String... limits) throws IOException {
        this.home = home;
        this.limits = limits;
        List.of("AAA", "BBB", "CCC", "DDD", "EEE").forEach(coin -> prices.put(coin, "100"));
        start();
        database.transactions().executeWithoutResult(status -> new PortfolioStore(database.jdbc(),
                RotationScene::terms, event -> { }).openAccount(ACCOUNT, "USDT", Money.of("10000"),
                now.toEpochMilli()));
    }

    /** The process is killed: messages on their way are lost, and everything is built anew on what the store has. */
    void restart() throws IOException {
        engine.close();
        sent.clear();
        start();
    }

    private void start() throws IOException {
        PolicyBook policies = ScenePolicy.with(limits);
        MessageBus bus = new Broker();
        Rotations[] later = new Rotations[1];
        Map<Object, Object> beans = RotationBeans.all(bus, () -> later[0]);
        engine = TestEngine.start(database, database.transactionManager(), beans, false);
        engine.deployer().deploy(Path.of("workflows"));
        pump = WorkflowPump.inEventTime(engine.engine());
        workflow = new Workflow(engine.engine(), pump);
        later[0] = wire(policies, bus);
        pump.pump(now);
    }

    private Rotations wire(PolicyBook policies, MessageBus bus) {
        RotationHearing[] ears = new RotationHearing[1];
        ApplicationEventPublisher events = event -> {
            if (event instanceof ProposalJudged judged) {
                ears[0].judged(judged);
            } else if (event instanceof OrderChanged changed) {
                ears[0].changed(changed);
            } else if (event instanceof FillApplied applied) {
                ears[0].filled(applied);
            }
        };
        PriceView worth = id -> Optional.ofNullable(prices.get(id.value()))
                .map(price -> new LastPrice(Price.of(price), now.toEpochMilli()));
        PortfolioStore portfolio = new PortfolioStore(database.jdbc(), RotationScene::terms, events);
        OrderStore orders = new OrderStore(database.jdbc(), RotationScene::terms);
        CooldownStore cooldowns = new CooldownStore(database.jdbc(), policies);
        RiskDesk risk = new RiskDesk(new DeskPorts(portfolio, orders, worth, RotationScene::terms, cooldowns,
                () -> killOn, () -> Mode.PAPER, gates(policies, worth)), policies, RULES.gates());
        OrderAudit trail = (action, subject, actor, text, atMs) -> audit.add(action + ": " + text);
        Decisions decisions = new Decisions(database.jdbc(), Json.shared(), event -> { });
        desk = new OrderDesk(new OrderPorts(risk, decisions, orders, workflow, new Venue(), portfolio, cooldowns,
                () -> killOn, () -> Mode.PAPER, trail, HmacSeal.open(home), policies, bus, events, () -> now,
                database.transactions()), ACCOUNT, "paper");
        Rotations made = new Rotations(new RotationPorts(rotations, decisions, workflow, worth, trail, policies, bus,
                () -> 0));
        ears[0] = new RotationHearing(made, new EntryKeeping(entries), orders, decisions,
                RotationScene::terms);
        return made;
    }

    private List<GateFacts> gates(PolicyBook policies, PriceView worth) {
        List<GateFacts> gates = new ArrayList<>(new DeskGates(policies, new DecidedOrderStore(database.jdbc()), worth,
                RotationScene::terms).permissive(1_000));
        gates.add(subject -> List.of(new OpenBreakers(0, 0), new ProductStatus("TRADING", true)));
        gates.add(new ReconcileGate(() -> new ReconcileView.Books(true, 0)));
        gates.add(new RotationGate(policies, entries, rotations, worth, RotationScene::terms));
        return gates;
    }

    static Optional<TradingTerms> terms(InstrumentId id) {
        return Optional.of(new TradingTerms(id, id.value(), "USDT", FixedPoint.parse("0.01"),
                FixedPoint.parse("0.001"), Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"),
                Percent.of("0.6")));
    }

    /** A purchase of a coin at its price, whose stop lies far away. */
    Proposal signal(String coin, double confidence) {
        proposals++;
        long atMs = now.toEpochMilli();
        return new Proposal("p-" + proposals + "-" + coin, "momentum-core", "rule", Intent.ENTER,
                new InstrumentId(coin), Side.BUY, atMs - 60_000, atMs, FixedPoint.parse(prices.get(coin)),
                FixedPoint.parse("30"), 0, confidence, "v", new TreeMap<>());
    }

    /** Has a signal judged. */
    Verdict judge(Proposal proposal) {
        desk.onProposal(proposal, 0);
        pump.pump(now);
        return verdict(proposal.proposalId()).orElseThrow();
    }

    Optional<Verdict> verdict(String proposalId) {
        return new Decisions(database.jdbc(), Json.shared(), event -> { }).findByProposal(ACCOUNT, proposalId);
    }

    /** Opens a position: the signal is judged, sent and filled at the coin's price. */
    void open(String coin, double confidence) {
        Verdict verdict = judge(signal(coin, confidence));
        if (verdict.outcome() != Verdict.Outcome.APPROVED) {
            throw new IllegalStateException(coin + " was not approved: " + verdict.reasons());
        }
        settle();
        fill(coin);
    }

    /** The venue fills the working order of a coin at its price. */
    void fill(String coin) {
        report(coin, OrderReport.Kind.FILLED);
    }

    void report(String coin, OrderReport.Kind kind) {
        Order order = working(coin).orElseThrow(() -> new IllegalStateException("no order works in " + coin));
        boolean filled = kind == OrderReport.Kind.FILLED;
        String id = order.clientOrderId() + "-" + kind;
        desk.onReport(new OrderReport(id, order.clientOrderId(), kind, "venue-1", filled ? id : null,
                filled ? order.remaining() : Quantity.ZERO, Price.of(filled ? prices.get(coin) : "0"),
                Money.of(filled ? "0.1" : "0"), false, now.toEpochMilli(), "said"));
        settle();
    }

    Optional<Order> working(String coin) {
        return desk.notEnded(ACCOUNT).stream().filter(order -> order.instrument().value().equals(coin)).findFirst();
    }

    /** Runs due jobs and delivers what was sent, until nothing moves. */
    void settle() {
        pump.pump(now);
        while (!sent.isEmpty()) {
            hear(sent.remove());
        }
    }

    /** Delivers one message. */
    void hear(Object word) {
        if (word instanceof OrderStep step) {
            desk.onStep(step);
        } else if (word instanceof StrategyProposed proposed) {
            desk.onProposal(proposed.proposal(), 0);
        }
        pump.pump(now);
    }

    void wait(Duration time) {
        now = now.plus(time);
        settle();
    }

    /** Coins of which something is held, in their order. */
    List<String> held() {
        return database.jdbc().sql("SELECT instrument FROM portfolio.positions WHERE quantity_e8 > 0 ORDER BY 1")
                .query(String.class).list();
    }

    Rotation rotation() {
        return rotations.newest(ACCOUNT, 10).get(0);
    }

    List<String> passed(Rotation rotation) {
        return workflow.passed(rotation.rotationId()).stream().map(step -> step.elementId()).toList();
    }

    boolean runs(Rotation rotation) {
        return workflow.running(rotation.rotationId());
    }

    List<String> audited(String action) {
        return audit.stream().filter(entry -> entry.startsWith(action)).toList();
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }

    private final class Venue implements VenuePort {
        @Override
        public void submit(SubmitOrder command, String messageId) {
            submitted.put(messageId, command);
        }

        @Override
        public void cancel(CancelOrder command, String messageId) {
            cancelled.add(command.clientOrderId().value());
        }
    }

    /** Like the broker, delivers no message id twice. */
    private final class Broker implements MessageBus {
        @Override
        public void send(String address, String messageId, Object word) {
            if (seen.add(address + messageId)) {
                sent.add(word);
            }
        }

        @Override
        public void show(String address, String messageId, Object word, String onlyFor) {
            throw new IllegalStateException("nothing is shown");
        }
    }
}
