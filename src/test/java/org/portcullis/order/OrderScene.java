package org.portcullis.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.workflow.TestEngine;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.engine.workflow.WorkflowDeployer;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.order.adapter.workflow.AskDesk;
import org.portcullis.order.adapter.workflow.RecordApprover;
import org.portcullis.portfolio.adapter.store.PortfolioStore;
import org.portcullis.portfolio.adapter.workflow.ApplyCaseAnswer;
import org.portcullis.portfolio.adapter.workflow.RecordRiskOfficer;
import org.portcullis.risk.DeskGates;
import org.portcullis.risk.DeskPorts;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Mode;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.RearmDelegates;
import org.portcullis.risk.ReconcileView;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.adapter.gates.BreakerGate;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.CooldownStore;
import org.portcullis.risk.adapter.store.DecidedOrderStore;
import org.portcullis.risk.adapter.store.Decisions;
import org.portcullis.risk.adapter.store.ResultStore;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.ResultWatch;
import org.portcullis.risk.domain.breaker.ProductStatus;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The desk with everything real but the broker and the venue: database, workflow engine, rules, portfolio. A test plays
 * the venue and says when messages arrive.
 */
final class OrderScene implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId("paper-main");
    static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    final TestDatabase database = TestEngine.database();
    final RiskRules rules = RiskRules.shipped();
    final List<OrderStep> steps = new ArrayList<>();
    final Map<String, SubmitOrder> submitted = new LinkedHashMap<>();
    final Map<String, CancelOrder> cancelled = new LinkedHashMap<>();
    final List<String> audit = Collections.synchronizedList(new ArrayList<>());
    final OrderSeal seal;
    final OrderDesk desk;
    final Approvals approvals;
    final Workflow workflow;
    final WorkflowPump pump;
    final PortfolioStore portfolio;
    final OrderStore store;
    final TestEngine engine;
    boolean killOn;
    boolean eventsFail;
    Mode mode = Mode.PAPER;
    Instant now = Instant.parse("2024-12-02T10:00:00Z");
    private int proposals;

    OrderScene(Path home) throws IOException {
        this(home, 1000, "order.gating-notional: 400");
    }

    /**
     * A desk with other limits, lines of the policy.
     *
     * @param entriesPerCycle entries of one strategy that a minute may bring
     */
    OrderScene(Path home, int entriesPerCycle, String... limits) throws IOException {
        PlatformTransactionManager transactions = database.transactionManager();
        seal = HmacSeal.open(home);
        MessageBus bus = new Steps(steps);
        engine = TestEngine.start(database, transactions, delegates(bus), false);
        List<WorkflowDeployer.Outcome> outcomes = engine.deployer().deploy(Path.of("workflows"));
        if (outcomes.stream().anyMatch(outcome -> outcome.fate() == WorkflowDeployer.Fate.REFUSED)) {
            throw new IllegalStateException(outcomes.toString());
        }
        pump = WorkflowPump.inEventTime(engine.engine());
        workflow = new Workflow(engine.engine(), pump);
        pump.pump(now);
        ApplicationEventPublisher events = event -> {
            if (eventsFail && event instanceof OrderChanged) {
                throw new IllegalStateException("a listener failed");
            }
            if (event instanceof ResultBooked booked) {
                results.booked(booked);
            }
            ears.accept(event);
        };
        TermsView terms = OrderScene::terms;
        policies = ScenePolicy.with(limits);
        portfolio = new PortfolioStore(database.jdbc(), terms, events);
        database.transactions().executeWithoutResult(status ->
                portfolio.openAccount(ACCOUNT, "USDT", Money.of("10000"), now.toEpochMilli()));
        breakers = new Breakers(new BreakerStore(database.jdbc()), rules.tripping(), policies, events,
                database.transactions());
        results = new ResultWatch(new ResultStore(database.jdbc()), breakers, policies);
        CooldownStore cooldowns = new CooldownStore(database.jdbc(), policies);
        store = new OrderStore(database.jdbc(), terms);
        InstantSource clock = () -> now;
        RiskDesk risk = riskDesk(store, terms, cooldowns, entriesPerCycle);
        OrderAudit trail = (action, subject, actor, text, atMs) -> audit.add(action + " by " + actor);
        Decisions decisions = new Decisions(database.jdbc(), Json.shared(), events);
        desk = new OrderDesk(new OrderPorts(risk, decisions, store, workflow, new Venue(),
                portfolio, cooldowns, () -> killOn, () -> mode, trail, seal, policies, bus, events, clock,
                database.transactions()), ACCOUNT, "paper");
        approvals = new Approvals(workflow, store, trail, clock, database.transactions());
    }

    static Optional<TradingTerms> terms(InstrumentId id) {
        return SceneTerms.of(id);
    }

    private RiskDesk riskDesk(OrderStore store, TermsView terms, CooldownStore cooldowns, int entriesPerCycle) {
        PriceView prices = id -> Optional.of(price());
        DeskGates gates = new DeskGates(policies, new DecidedOrderStore(database.jdbc()), prices, terms)
                .over(store);
        List<GateFacts> all = new ArrayList<>(gates.permissive(entriesPerCycle));
        all.addAll(List.of(new BreakerGate(breakers), subject -> List.of(new ProductStatus("TRADING", true)),
                new ReconcileGate(() -> new ReconcileView.Books(true, 0))));
        return new RiskDesk(new DeskPorts(portfolio, store, prices, terms, cooldowns, () -> killOn, () -> mode, all),
                policies, rules.gates());
    }

    private static Map<Object, Object> delegates(MessageBus bus) {
        Map<Object, Object> beans = RotationBeans.unused();
        beans.put("submitOrder", new AskDesk(OrderStep.Kind.SUBMIT, "judged", bus));
        beans.put("declineOrder", new AskDesk(OrderStep.Kind.DECLINE, "declined", bus));
        beans.put("expireOrder", new AskDesk(OrderStep.Kind.EXPIRE, "late", bus));
        beans.put("cancelStaleOrder", new AskDesk(OrderStep.Kind.CANCEL, "stale", bus));
        beans.put("recordApprover", new RecordApprover());
        beans.put("recordRiskOfficer", new RecordRiskOfficer());
        RearmDelegates.idle().forEach(beans::put);
        beans.put("applyCaseAnswer", new ApplyCaseAnswer(() -> {
            throw new IllegalStateException("no books are compared here");
        }));
        return beans;
    }

    Consumer<Object> ears = event -> { };
    Breakers breakers;
    PolicyBook policies;
    private ResultWatch results;
    final AtomicReference<String> price = new AtomicReference<>("100");
    LastPrice price() {
        return new LastPrice(Price.of(price.get()), now.toEpochMilli());
    }

    Proposal proposal(Intent intent, Side side, String stop) {
        return proposal(BTC, intent, side, stop);
    }

    /** A purchase at 100 with that stop; a far stop makes it small, a near one so large that a person is asked. */
    Proposal proposal(InstrumentId instrument, Intent intent, Side side, String stop) {
        proposals++;
        long atMs = now.toEpochMilli();
        return new Proposal("p-" + proposals, "momentum-core", "rule", intent, instrument, side, atMs - 60_000, atMs,
                FixedPoint.parse("100"), FixedPoint.parse(stop), 0, 0.5, "v", new TreeMap<>());
    }

    /** A new order that asks nobody. */
    Order smallOrder() {
        return order(proposal(Intent.ENTER, Side.BUY, "30"));
    }

    /** A new order that asks a person. */
    Order largeOrder() {
        return order(proposal(Intent.ENTER, Side.BUY, "99"));
    }

    Order order(Proposal proposal) {
        desk.onProposal(proposal, 1_000);
        return desk.newest(50).stream().filter(order -> order.proposalId().equals(proposal.proposalId())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no order: " + SceneTerms.lastReasons(database.jdbc())));
    }

    Order now(Order order) {
        return desk.find(order.clientOrderId()).orElseThrow();
    }

    /** Runs due jobs and delivers the steps they sent, until nothing moves. */
    void settle() {
        pump.pump(now);
        while (!steps.isEmpty()) {
            desk.onStep(steps.remove(0));
            pump.pump(now);
        }
    }

    void wait(java.time.Duration time) {
        now = now.plus(time);
        settle();
    }

    void report(Order order, OrderReport.Kind kind, String quantity) {
        String trade = kind == OrderReport.Kind.FILLED ? order.clientOrderId() + "-" + quantity : null;
        String id = trade == null ? order.clientOrderId() + "-" + kind : trade;
        desk.onReport(new OrderReport(id, order.clientOrderId(), kind, "venue-1", trade, Quantity.of(quantity),
                Price.of(kind == OrderReport.Kind.FILLED ? "100" : "0"),
                Money.of(kind == OrderReport.Kind.FILLED ? "0.1" : "0"), false, now.toEpochMilli(), "said"));
        settle();
    }

    List<String> passed(Order order) {
        return workflow.passed(order.clientOrderId().value()).stream().map(step -> step.elementId()).toList();
    }

    /** Number of rows of everything the desk writes: redelivery must not change it. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : List.of("risk.decisions_log", "orders.orders", "orders.transitions_log",
                "orders.reports_log",
                "orders.steps_log", "portfolio.fills_log", "camunda.act_hi_procinst", "camunda.act_ru_job")) {
            rows.put(table, database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single());
        }
        rows.put("audit", (long) audit.size());
        return rows;
    }

    SubmitOrder command(Order order) {
        return submitted.values().stream().filter(command -> command.clientOrderId().equals(order.clientOrderId()))
                .findFirst().orElseThrow();
    }

    boolean left(ClientOrderId order) {
        return submitted.values().stream().anyMatch(command -> command.clientOrderId().equals(order));
    }

    @Override
    public void close() {
        engine.close();
        rules.close();
        database.close();
    }

    private final class Venue implements VenuePort {
        @Override
        public void submit(SubmitOrder command, String messageId) {
            submitted.put(messageId, command);
        }

        @Override
        public void cancel(CancelOrder command, String messageId) {
            cancelled.put(messageId, command);
        }
    }

    private record Steps(List<OrderStep> steps) implements MessageBus {
        @Override
        public void send(String address, String messageId, Object word) {
            if (!address.equals("order.step.v1") || !(word instanceof OrderStep step)
                    || !messageId.equals(step.stepId())) {
                throw new IllegalArgumentException("not a step: " + address + " " + word);
            }
            steps.add(step);
        }

        @Override
        public void show(String address, String messageId, Object word, String onlyFor) {
            throw new UncheckedIOException(new IOException("the desk shows nothing"));
        }
    }
}
