package org.portcullis.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.TestEngine;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.Order;
import org.portcullis.order.OrderAudit;
import org.portcullis.order.OrderDesk;
import org.portcullis.order.OrderPorts;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderStep;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.VenuePort;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.order.adapter.workflow.AskDesk;
import org.portcullis.order.adapter.workflow.AskRotation;
import org.portcullis.order.adapter.workflow.RecordApprover;
import org.portcullis.portfolio.adapter.store.BookReader;
import org.portcullis.portfolio.adapter.store.FundingStore;
import org.portcullis.portfolio.adapter.store.PortfolioStore;
import org.portcullis.portfolio.adapter.store.ReconcileStore;
import org.portcullis.portfolio.adapter.workflow.ApplyCaseAnswer;
import org.portcullis.portfolio.adapter.workflow.RecordRiskOfficer;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.DeskGates;
import org.portcullis.risk.DeskPorts;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Mode;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.RearmDelegates;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.risk.adapter.store.CooldownStore;
import org.portcullis.risk.adapter.store.DecidedOrderStore;
import org.portcullis.risk.adapter.store.Decisions;
import org.portcullis.risk.domain.breaker.OpenBreakers;
import org.portcullis.risk.domain.breaker.ProductStatus;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.venue.Commands;
import org.portcullis.venue.MemoryLedger;
import org.portcullis.venue.paper.PaperVenue;

/** A desk, its books and a paper venue, all real but the broker: a test says what is heard, and when. */
final class ReconcileScene implements AutoCloseable {

    /** Compiled once, for they take longest. */
    private static final RiskRules RULES = RiskRules.shipped();
    static final AccountId ACCOUNT = new AccountId("paper-main");
    static final Person OFFICER = new Person("olga", Set.of("riskofficer"));

    final TestDatabase database = TestEngine.database();
    final List<Object> sent = new ArrayList<>();
    final List<OrderReport> unheard = new ArrayList<>();
    final List<String> audit = new ArrayList<>();
    final PaperVenue venue = new PaperVenue(new MemoryLedger(), Commands.LISTED, () -> Commands.PLAIN);
    final PortfolioStore portfolio;
    final TestEngine engine;
    final WorkflowPump pump;
    final OrderDesk desk;
    VenueSnapshotSource source = venue;
    Reconciliation reconciliation;
    Instant now = Instant.ofEpochMilli(Commands.T0_MS);
    private final ReconcilePorts ports;
    final List<Money> cashFound = new ArrayList<>();
    private int minute;

    ReconcileScene(Path home, String... policy) throws IOException {
        MessageBus bus = new Broker(sent);
        Map<Object, Object> beans = new HashMap<>();
        for (OrderStep.Kind kind : OrderStep.Kind.values()) {
            String name = kind == OrderStep.Kind.CANCEL ? "cancelStaleOrder" : kind.name().toLowerCase() + "Order";
            beans.put(name, new AskDesk(kind, "asked", bus));
        }
        nothingRotates(beans);
        beans.put("recordApprover", new RecordApprover());
        beans.put("recordRiskOfficer", new RecordRiskOfficer());
        RearmDelegates.idle().forEach(beans::put);
        beans.put("applyCaseAnswer", new ApplyCaseAnswer(() -> reconciliation));
        engine = TestEngine.start(database, database.transactionManager(), beans, false);
        engine.deployer().deploy(Path.of("workflows"));
        pump = WorkflowPump.inEventTime(engine.engine());
        pump.pump(now);
        PolicyBook policies = policy(policy);
        OrderAudit trail = (action, subject, actor, text, atMs) -> audit.add(action + " by " + actor);
        OrderStore orders = new OrderStore(database.jdbc(), ReconcileScene::terms);
        portfolio = new PortfolioStore(database.jdbc(), ReconcileScene::terms, event -> { });
        database.transactions().executeWithoutResult(status ->
                portfolio.openAccount(ACCOUNT, "USDT", Money.of("10000"), now.toEpochMilli()));
        CooldownStore cooldowns = new CooldownStore(database.jdbc(), policies);
        List<GateFacts> gates = gates(policies);
        RiskDesk risk = new RiskDesk(new DeskPorts(portfolio, orders, ReconcileScene::price, ReconcileScene::terms,
                cooldowns, () -> false, () -> Mode.PAPER, gates), policies, RULES.gates());
        Workflow workflow = new Workflow(engine.engine(), pump);
        desk = new OrderDesk(new OrderPorts(risk, new Decisions(database.jdbc(), Json.shared(), event -> { }), orders,
                workflow, new ToVenue(), portfolio, cooldowns, () -> false, () -> Mode.PAPER, trail,
                HmacSeal.open(home), policies, bus, event -> { }, () -> now, database.transactions()), ACCOUNT,
                PaperVenue.NAME);
        ports = new ReconcilePorts(new Asked(), desk, portfolio,
                new FundingStore(database.jdbc(), portfolio, ReconcileScene::terms, event -> { }),
                new BookReader(database.jdbc()), new ReconcileStore(database.jdbc()),
                (account, amount) -> cashFound.add(amount), workflow, trail,
                ReconcileScene::terms, ReconcileScene::price,
                policies, bus, new Lane(), () -> now, database.transactions());
        reconciliation = new Reconciliation(ports, ACCOUNT);
    }

    private List<GateFacts> gates(PolicyBook policies) {
        List<GateFacts> gates = new ArrayList<>(new DeskGates(policies, new DecidedOrderStore(database.jdbc()),
                ReconcileScene::price, ReconcileScene::terms).permissive(1_000));
        gates.add(new ReconcileGate(() -> reconciliation.books()));
        gates.add(subject -> List.of(new OpenBreakers(0, 0), new ProductStatus("TRADING", true)));
        return gates;
    }

    private static void nothingRotates(Map<Object, Object> beans) {
        Map.of("closeWeakest", AskRotation.Step.CLOSE, "openStronger", AskRotation.Step.OPEN, "giveUpRotation",
                AskRotation.Step.GIVE_UP, "compensateRotation", AskRotation.Step.COMPENSATE)
                .forEach((name, step) -> beans.put(name, new AskRotation(step, () -> {
                    throw new IllegalStateException("nothing rotates here");
                })));
    }

    /** A process that was killed and started again: nothing in memory is left. */
    void restart() {
        reconciliation = new Reconciliation(ports, ACCOUNT);
    }

    private static Optional<TradingTerms> terms(InstrumentId id) {
        return Optional.of(new TradingTerms(id, "BTC", "USDT", FixedPoint.parse("0.01"), FixedPoint.parse("0.001"),
                Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"), Percent.of("0.6"),
                "paper", false, Percent.of("0")));
    }

    private static Optional<LastPrice> price(InstrumentId id) {
        return Optional.of(new LastPrice(Price.of("100"), Commands.T0_MS + 3_600_000L));
    }

    private static PolicyBook policy(String... changes) throws IOException {
        Path file = Files.createTempFile("policy", ".yaml");
        Files.writeString(file, Files.readString(Path.of("rules/policy.yaml"))
                + "\n  test:\n    order.gating: none\n    risk.cooldown-after-fill: 0s\n    "
                + String.join("\n    ", changes) + "\n");
        return PolicyBook.open(file, "test");
    }

    /** Proposes a small purchase at 100; the verdict is what the store has. */
    Optional<Order> buy(String proposal) {
        return propose(proposal, Intent.ENTER, Side.BUY, "30");
    }

    /** Proposes an order at 100. */
    Optional<Order> propose(String proposal, Intent intent, Side side, String stop) {
        long atMs = now.toEpochMilli();
        desk.onProposal(new Proposal(proposal, "momentum-core", "rule", intent, Commands.BTC, side, atMs - 60_000,
                atMs, FixedPoint.parse("100"), FixedPoint.parse(stop), 0, 0.5, "v", new TreeMap<>()), 0);
        settle();
        return desk.newest(50).stream().filter(order -> order.proposalId().equals(proposal)).findFirst();
    }

    /** Runs due jobs and takes steps until nothing moves; what the venue says waits in {@link #unheard}. */
    void settle() {
        pump.pump(now);
        while (sent.stream().anyMatch(OrderStep.class::isInstance)) {
            OrderStep step = (OrderStep) sent.stream().filter(OrderStep.class::isInstance).findFirst().orElseThrow();
            sent.remove(step);
            desk.onStep(step);
            pump.pump(now);
        }
    }

    void hearAll() {
        List<OrderReport> said = List.copyOf(unheard);
        unheard.clear();
        said.forEach(desk::onReport);
        settle();
    }

    /** The next minute: the venue fills what works, at 100. */
    void bar() {
        unheard.addAll(venue.onBars(List.of(Commands.flat(minute, "100"))));
        minute++;
        now = Instant.ofEpochMilli(Commands.T0_MS + minute * 60_000L);
    }

    ReconcileRun run(ReconcileRun.Trigger trigger) {
        ReconcileRun run = reconciliation.run(trigger);
        settle();
        return run;
    }

    Reconciliation.AnswerOutcome answer(CaseAnswer answer) {
        String caseId = reconciliation.openCases().get(0).caseId();
        Reconciliation.AnswerOutcome outcome = reconciliation.answer(caseId, OFFICER, answer, "looked at it");
        settle();
        return outcome;
    }

    String reasons() {
        return database.jdbc().sql("SELECT reasons::text FROM risk.decisions_log ORDER BY recorded_at DESC LIMIT 1")
                .query(String.class).single();
    }

    List<AccountState.Held> held() {
        return Objects.requireNonNull(database.transactions().execute(status ->
                portfolio.lockAndRead(ACCOUNT))).held();
    }

    long count(String table) {
        return database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** Something that a strange hand does to our books, with the books still conserving money. */
    void change(String sql) {
        database.jdbc().sql(sql).update();
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }

    private final class ToVenue implements VenuePort {
        @Override
        public void submit(SubmitOrder command, String messageId) {
            unheard.addAll(venue.place(command));
        }

        @Override
        public void cancel(CancelOrder command, String messageId) {
            unheard.addAll(venue.cancel(command.clientOrderId(), command.reason(), command.atMs()));
        }
    }

    private final class Asked implements VenueSnapshotSource {
        @Override
        public String venue() {
            return source.venue();
        }

        @Override
        public VenueSnapshot snapshot(long sinceMs, long untilMs, List<ClientOrderId> about) {
            return source.snapshot(sinceMs, untilMs, about);
        }
    }

    private record Broker(List<Object> sent) implements MessageBus {
        @Override
        public void send(String address, String messageId, Object word) {
            sent.add(word);
        }

        @Override
        public void show(String address, String messageId, Object word, String onlyFor) {
            throw new IllegalStateException("nothing is shown");
        }
    }
}
