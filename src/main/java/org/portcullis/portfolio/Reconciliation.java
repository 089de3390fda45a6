package org.portcullis.portfolio;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.TaskRefused;
import org.portcullis.engine.workflow.WaitingTask;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.order.Order;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderState;
import org.portcullis.portfolio.ReconcileRun.Outcome;
import org.portcullis.portfolio.ReconcileRun.Trigger;
import org.portcullis.portfolio.VenueSnapshot.VenueFill;
import org.portcullis.portfolio.adapter.store.BookReader;
import org.portcullis.portfolio.domain.BookComparison;
import org.portcullis.portfolio.domain.OurBooks;
import org.portcullis.risk.ReconcileView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door to the comparison of our books with the venue's (S0-08, S1-13, S2-ST3, S2-D4, S2-OM6, SX-01): at the start
 * before anything is traded, after a reconnection, every quarter of an hour of event time, and when asked for. It runs
 * on the desk's lane, asks the venue once, books fills that we had not heard of as if they had just been reported, and
 * then compares. Every difference becomes a case that a person answers; as long as one is open nothing is opened. A
 * snapshot that is not complete ends it before anything was changed.
 */
public final class Reconciliation implements ReconcileView {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final String ACTOR = "reconcile";
    private static final String POLICY = "policy";
    /** The first and the last moment that a store can keep: 1970 and the year 9999. */
    private static final long FIRST_MS = 0;
    private static final long LAST_MS = 253_402_300_799_000L;

    private final ReconcilePorts ports;
    private final AccountId account;
    private final Settlement settlement;
    private volatile Books books = new Books(false, 0);
    private @Nullable Long slotSeen;
    private @Nullable Long comparedUntilMs;
    private int aborts;

    /** Compares the books of that account; nothing is clean before the first {@link #run}. */
    public Reconciliation(ReconcilePorts ports, AccountId account) {
        this.ports = ports;
        this.account = account;
        this.settlement = new Settlement(ports, account);
    }

    @Override
    public Books books() {
        return books;
    }

    /** Compares when a new quarter of an hour, or whatever the policy says, has begun; cheap when it has not. */
    public void tick() {
        ports.lane().run(() -> {
            long everyMs = ports.policies().current().duration("portfolio.reconcile.every").toMillis();
            long slot = Math.floorDiv(ports.clock().millis(), everyMs);
            boolean due = slotSeen != null && slot > slotSeen;
            slotSeen = slot;
            if (due) {
                run(Trigger.PERIODIC);
            }
        });
    }

    /** Compares now. What fails is an aborted comparison, never an exception. */
    public ReconcileRun run(Trigger trigger) {
        return ports.lane().call(() -> {
            Policy policy = ports.policies().current();
            long nowMs = ports.clock().millis();
            try {
                return compare(trigger, policy, nowMs);
            } catch (RuntimeException failed) {
                LOG.error("the books could not be compared; nothing is concluded", failed);
                return abort(trigger, nowMs, String.valueOf(failed.getMessage()));
            }
        });
    }

    private ReconcileRun compare(Trigger trigger, Policy policy, long nowMs) {
        boolean full = trigger == Trigger.BOOT || trigger == Trigger.ON_DEMAND || comparedUntilMs == null;
        long untilMs = full ? LAST_MS : nowMs - policy.duration("portfolio.reconcile.settle").toMillis();
        long sinceMs = full ? FIRST_MS : Math.min(untilMs, Objects.requireNonNull(comparedUntilMs))
                - policy.duration("portfolio.reconcile.every").toMillis();
        List<Order> open = ports.orders().notEnded(account);
        VenueSnapshot snapshot = ports.venue().snapshot(sinceMs, untilMs,
                open.stream().map(Order::clientOrderId).toList());
        if (!snapshot.missing().isEmpty()) {
            return abort(trigger, nowMs, "the snapshot is partial: " + String.join("; ", snapshot.missing()));
        }
        int missed = catchUp(snapshot, sinceMs, untilMs);
        ReconcileRun run = Objects.requireNonNull(ports.transactions().execute(status ->
                conclude(trigger, policy, nowMs, snapshot, new Span(sinceMs, untilMs, full), missed)));
        comparedUntilMs = full ? nowMs : untilMs;
        aborts = 0;
        stand(ports.store().open(account).size());
        return run;
    }

    private record Span(long sinceMs, long untilMs, boolean full) {
    }

    /** What the venue said and we may not have heard; a report that comes later all the same changes nothing. */
    private int catchUp(VenueSnapshot snapshot, long sinceMs, long untilMs) {
        Set<String> before = tradeIds(sinceMs, untilMs);
        snapshot.reports().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry ->
                entry.getValue().stream().filter(said -> said.atMs() <= untilMs).forEach(ports.orders()::onReport));
        for (VenueFill fill : snapshot.fills()) {
            OrderReport report = fill.report();
            if (!before.contains(String.valueOf(report.venueTradeId()))
                    && ports.orders().find(report.clientOrderId()).isPresent()) {
                ports.orders().onReport(report);
            }
        }
        // after the fills, because they say who held what when it was due
        snapshot.fundings().forEach(paid -> ports.transactions().executeWithoutResult(status ->
                ports.fundings().book(account, ports.venue().venue(), paid)));
        Set<String> after = tradeIds(sinceMs, untilMs);
        after.removeAll(before);
        if (!after.isEmpty()) {
            LOG.warn("{} fills had not been heard of and were booked: {}", after.size(), after);
        }
        return after.size();
    }

    private Set<String> tradeIds(long sinceMs, long untilMs) {
        return ports.books().fills(account, ports.venue().venue(), sinceMs, untilMs).stream()
                .map(BookedFill::venueTradeId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private ReconcileRun conclude(Trigger trigger, Policy policy, long nowMs, VenueSnapshot snapshot, Span span,
            int missed) {
        List<Difference> found = BookComparison.differences(ourBooks(span), snapshot, ports::multiplierE8,
                policy.money("portfolio.reconcile.cash-tolerance"));
        int opened = 0;
        for (Difference difference : found) {
            opened += open(difference, snapshot, policy, nowMs) ? 1 : 0;
        }
        closeGone(found, span.full(), nowMs);
        ReconcileRun run = new ReconcileRun(trigger, Instant.ofEpochMilli(nowMs),
                found.isEmpty() ? Outcome.AGREED : Outcome.DIFFERED, missed, found.size(), opened,
                found.stream().map(one -> one.kind() + " " + one.subject()).limit(20)
                        .collect(Collectors.joining(", ")));
        ports.store().keep(account, run);
        return run;
    }

    private OurBooks ourBooks(Span span) {
        BookReader.Standing standing = ports.standing(account, span.untilMs());
        List<Order> orders = ports.orders().notEnded(account);
        Set<ClientOrderId> working = orders.stream()
                .filter(order -> order.state() == OrderState.OPEN || order.state() == OrderState.PARTIAL_FILL)
                .map(Order::clientOrderId).collect(Collectors.toSet());
        return new OurBooks(standing.positionsE8(), standing.netCash(), ports.books().fills(account,
                ports.venue().venue(), span.sinceMs(), span.untilMs()), working,
                orders.stream().map(Order::clientOrderId).collect(Collectors.toSet()),
                ports.books().waiting(account, span.untilMs()), ports.books().reversed(account));
    }

    private boolean open(Difference difference, VenueSnapshot snapshot, Policy policy, long nowMs) {
        String caseId = difference.caseId(account);
        String detail = snapshot.fills().stream().filter(fill -> difference.kind() == DifferenceKind.UNKNOWN_FILL
                && difference.subject().equals(fill.report().venueTradeId())).findFirst().map(Json::write).orElse("");
        if (!ports.store().open(account, ports.venue().venue(), difference, detail, nowMs)) {
            return false;
        }
        LOG.error("our books differ from the venue's, {}: {} {}", caseId, difference.kind(), difference.text());
        ports.audit().append("RECONCILE_CASE", caseId, ACTOR, difference.kind() + " " + difference.subject() + ": "
                + difference.text(), nowMs);
        if (difference.kind() == DifferenceKind.UNKNOWN_FILL && policy.flag("portfolio.reconcile.adopt-fills")) {
            settle(caseId, CaseAnswer.ADOPT, POLICY, "portfolio.reconcile.adopt-fills", nowMs);
        } else {
            ports.workflow().start(ReconcileVariables.PROCESS, caseId, Map.of());
        }
        return true;
    }

    /** Fills are told again only when everything is; a case about one ends by itself only then. */
    private void closeGone(List<Difference> found, boolean full, long nowMs) {
        Set<String> there = found.stream().map(one -> one.caseId(account)).collect(Collectors.toSet());
        for (ReconcileCase open : ports.store().open(account)) {
            boolean looked = full || !open.difference().kind().ofFill();
            if (looked && !there.contains(open.caseId()) && open.answer() == null) {
                ports.store().close(open.caseId(), nowMs);
                ports.workflow().tell(ReconcileVariables.MSG_GONE, open.caseId(), Map.of());
                ports.audit().append("RECONCILE_GONE", open.caseId(), ACTOR, "the books agree again", nowMs);
            }
        }
    }

    private ReconcileRun abort(Trigger trigger, long nowMs, String why) {
        aborts++;
        stand(books.openCases());
        ReconcileRun run = new ReconcileRun(trigger, Instant.ofEpochMilli(nowMs), Outcome.ABORTED, 0, 0, 0, why);
        ports.transactions().executeWithoutResult(status -> {
            ports.store().keep(account, run);
            ports.audit().append("RECONCILE_ABORTED", account.value(), ACTOR, why, nowMs);
        });
        return run;
    }

    /** What became of an answer. */
    public enum AnswerOutcome { TAKEN, NOT_PERMITTED, NOT_WAITING, DOES_NOT_FIT }

    /** The person decides about a case; what follows from it is done by the workflow's next step. */
    public AnswerOutcome answer(String caseId, Person person, CaseAnswer answer, String reason) {
        if (!person.groups().contains(ReconcileVariables.GROUP)) {
            return AnswerOutcome.NOT_PERMITTED;
        }
        return ports.lane().call(() -> {
            Optional<ReconcileCase> asked = openCases().stream().filter(one -> one.caseId().equals(caseId)).findFirst();
            Optional<WaitingTask> task = ports.workflow().waitingTask(ReconcileVariables.TASK_DECIDE, caseId);
            if (asked.isEmpty() || task.isEmpty()) {
                return AnswerOutcome.NOT_WAITING;
            }
            if (!answer.fits(asked.get().difference().kind())) {
                return AnswerOutcome.DOES_NOT_FIT;
            }
            String taskId = task.get().taskId();
            try {
                ports.transactions().executeWithoutResult(status -> ports.workflow().complete(taskId, person,
                        Map.of(ReconcileVariables.ANSWER, answer.name(), ReconcileVariables.REASON, reason)));
                return AnswerOutcome.TAKEN;
            } catch (TaskRefused refused) {
                LOG.warn("case {} was not answered: {}", caseId, refused.getMessage());
                return refused.why() == TaskRefused.Why.NOT_PERMITTED ? AnswerOutcome.NOT_PERMITTED
                        : AnswerOutcome.NOT_WAITING;
            }
        });
    }

    /** Does what was decided, in the caller's transaction; a case that is closed stays as it is. */
    public void settle(String caseId, CaseAnswer answer, String by, String reason, long atMs) {
        ports.store().lock(caseId).filter(kept -> kept.found().open()).ifPresent(kept -> {
            settlement.settle(kept, answer, by, reason, atMs);
            int open = ports.store().open(account).size();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    stand(open);
                }
            });
        });
    }

    /** A settled case never makes clean what was never compared, or not for too long. */
    private void stand(int open) {
        boolean compared = comparedUntilMs != null
                && aborts <= ports.policies().current().integer("portfolio.reconcile.aborts-max");
        books = new Books(compared && open == 0, open);
    }

    /** Cases that are open, oldest first. */
    public List<ReconcileCase> openCases() {
        return ports.store().open(account);
    }

    /** The newest comparisons, newest first. */
    public List<ReconcileRun> runs(int max) {
        return ports.store().runs(account, max);
    }
}
