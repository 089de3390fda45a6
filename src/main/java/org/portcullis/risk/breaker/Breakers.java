package org.portcullis.risk.breaker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.risk.breaker.BreakerBook.Entry;
import org.portcullis.risk.breaker.BreakerBook.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door to the breakers (S4-M10): trips them by the rules' readings or a person's word, and lets them go. What
 * cannot be measured trips too: a rule that is gone trips its breaker, rules that fail trip {@link Breaker#EXCEPTIONS}.
 */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private final BreakerBook book;
    private final TrippingRules rules;
    private final PolicyReading<BreakerPolicy> limits;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    /** The end of whatever ends first; asked before the book, so that looking costs nothing while nothing ends. */
    private volatile long firstEndMs = Long.MIN_VALUE;

    /** @param transactions joins a transaction that is there, else opens one */
    public Breakers(BreakerBook book, TrippingRules rules, PolicyBook policies, ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.book = book;
        this.rules = rules;
        this.limits = BreakerPolicy.inForce(policies);
        this.events = events;
        this.transactions = transactions;
    }

    /** Breakers that hold at that moment, as they were kept; locks nothing. */
    public List<Trip> tripped(AccountId account, long nowMs) {
        List<Trip> kept = book.kept(account);
        return kept.isEmpty() ? List.of() : kept.stream().filter(trip -> trip.holds(nowMs)).toList();
    }

    /** Everything that happened to the account's breakers, the newest first. */
    public List<Entry> history(AccountId account, int max) {
        return book.history(account, max);
    }

    /**
     * Lets the rules compare measures with their limits, and trips what they say. The shipped rules need not be asked
     * about measures that are short of their limits, or that only let go on what has tripped before.
     *
     * @param scope what a trip stops
     * @param expected breakers that must have been compared; one that was not trips
     * @param atMs event time of the measures, UTC milliseconds
     */
    public void measure(AccountId account, Scope scope, List<Record> facts, Set<Breaker> expected, long atMs) {
        long reached = rules.foreseen() ? Measures.reached(facts, expected) : Measures.UNKNOWN;
        if (reached != 0) {
            transactions.executeWithoutResult(status -> {
                if (reached == Measures.UNKNOWN || !goesOn(account, scope, reached, atMs)) {
                    judge(account, scope, facts, expected, atMs);
                }
            });
        }
    }

    private void judge(AccountId account, Scope scope, List<Record> facts, Set<Breaker> expected, long atMs) {
        Map<Breaker, Reading> first = new EnumMap<>(Breaker.class);
        Map<Breaker, String> reasons = new EnumMap<>(Breaker.class);
        try {
            List<Reading> readings = rules.read(facts);
            readings.stream().filter(Reading::trips).forEach(reading -> first.putIfAbsent(reading.breaker(), reading));
            expected.stream().filter(breaker -> readings.stream().noneMatch(r -> r.breaker() == breaker))
                    .forEach(breaker -> {
                        first.put(breaker, Reading.none(breaker));
                        reasons.put(breaker, "no rule compares it any more");
                    });
        } catch (RuntimeException broken) {
            LOG.error("the tripping rules failed, so entries stop", broken);
            first.put(Breaker.EXCEPTIONS, Reading.none(Breaker.EXCEPTIONS));
            reasons.put(Breaker.EXCEPTIONS, "the tripping rules failed: " + broken.getMessage());
        }
        first.forEach((breaker, reading) -> trip(account, scope, reading, reasons.getOrDefault(breaker,
                "its limit was reached"), atMs));
    }

    /** Whether all that was reached has tripped before and holds as far as it would go now: then it lasts longer. */
    private boolean goesOn(AccountId account, Scope scope, long reached, long atMs) {
        book.lock(account);
        BreakerPolicy policy = limits.now();
        List<Trip> longer = new ArrayList<>(2);
        for (Trip trip : book.kept(account)) {
            long bit = Measures.bit(trip.breaker());
            if ((reached & bit) != 0 && trip.scope().equals(scope) && trip.holds(atMs)
                    && trip.rung().reaches(policy.rung(trip.breaker()))) {
                longer.add(trip);
            }
        }
        if (longer.size() != Long.bitCount(reached)) {
            return false;
        }
        longer.forEach(trip -> prolong(trip, policy.untilMs(trip.breaker(), atMs)));
        return true;
    }

    private void prolong(Trip trip, long untilMs) {
        if (untilMs > trip.untilMs()) {
            book.keep(longer(trip, untilMs)); // it goes on: nothing that a person has to hear again
        }
    }

    /**
     * A person trips a breaker; it holds until another person lets it go.
     *
     * @param by who, not blank
     * @param reason in words, not blank
     */
    public Trip tripByHand(AccountId account, Scope scope, Rung rung, String by, String reason, long atMs) {
        Trip trip = new Trip(account, Breaker.BY_HAND, scope, rung, Reading.none(Breaker.BY_HAND), by.strip(), reason,
                atMs, Trip.PERSON);
        transactions.executeWithoutResult(status -> keep(trip));
        return trip;
    }

    /**
     * Lets a tripped breaker go, whoever or whatever tripped it; refused for the person who did (B-R16).
     *
     * @param by who, not blank
     * @param reason in words, not blank
     */
    public BreakerRearming rearm(AccountId account, Breaker breaker, Scope scope, String by, String reason,
            long atMs) {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a breaker is let go by a person for a reason");
        }
        BreakerRearming outcome = transactions.execute(status -> {
            book.lock(account);
            Optional<Trip> found = find(account, breaker, scope).filter(trip -> trip.holds(atMs));
            if (found.isEmpty()) {
                return new BreakerRearming.NotTripped();
            }
            Trip trip = found.get();
            Optional<String> first = author(trip, by);
            if (first.isPresent()) {
                return new BreakerRearming.SecondPersonNeeded(first.get());
            }
            book.remove(trip);
            book.log(trip, Event.REARMED, by.strip(), reason, atMs);
            LOG.warn("breaker {} of {} let go by {}: {}", breaker.code(), scope, by, reason);
            events.publishEvent(new BreakerRearmed(trip, by.strip(), reason, atMs));
            return new BreakerRearming.Rearmed(trip);
        });
        return outcome == null ? new BreakerRearming.NotTripped() : outcome;
    }

    /** That person's name among those who tripped the breaker or made it climb: they do not let it go. */
    public Optional<String> author(Trip trip, String person) {
        return limits.now().secondPerson()
                ? book.authors(trip).stream().filter(person.strip()::equalsIgnoreCase).findFirst() : Optional.empty();
    }

    /** When a person last let that breaker go, UTC milliseconds; 0 if nobody has. What was before counts no more. */
    public long rearmedMs(AccountId account, Breaker breaker, Scope scope) {
        return book.rearmedMs(account, breaker, scope);
    }

    /** Forgets the breakers whose time is over; costs nothing while there is none. */
    public void sweep(AccountId account, long nowMs) {
        if (nowMs < firstEndMs) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            book.lock(account);
            book.kept(account).stream().filter(trip -> !trip.holds(nowMs)).forEach(this::ended);
            firstEndMs = book.kept(account).stream().mapToLong(Trip::untilMs).min().orElse(Trip.PERSON);
        });
    }

    private void trip(AccountId account, Scope scope, Reading reading, String reason, long atMs) {
        BreakerPolicy policy = limits.now();
        Breaker breaker = reading.breaker();
        keep(new Trip(account, breaker, scope, policy.rung(breaker), reading, Trip.RULES, reason, atMs,
                policy.untilMs(breaker, atMs)));
    }

    /** The first trip stays, with who and why, until a later one goes further or lasts longer. */
    private void keep(Trip trip) {
        book.lock(trip.account());
        Optional<Trip> before = find(trip.account(), trip.breaker(), trip.scope());
        boolean held = before.isPresent() && before.get().holds(trip.atMs());
        if (held && before.get().rung().reaches(trip.rung())) {
            prolong(before.get(), trip.untilMs());
            return;
        }
        if (before.isPresent() && !held) {
            ended(before.get());
        }
        firstEndMs = Math.min(firstEndMs, trip.untilMs());
        book.keep(trip);
        book.log(trip, held ? Event.CLIMBED : Event.TRIPPED, trip.by(), trip.reason(), trip.atMs());
        LOG.atLevel(trip.rung().reaches(Rung.FLATTEN) ? Level.ERROR : Level.WARN).log(
                "breaker {} tripped for {}: {}, {} with limit {} {}, rung {}", trip.breaker().code(), trip.scope(),
                trip.reason(), FixedPoint.format(trip.reading().actualE8()),
                FixedPoint.format(trip.reading().limitE8()), trip.reading().unit(), trip.rung());
        events.publishEvent(new BreakerTripped(trip));
    }

    private static Trip longer(Trip trip, long untilMs) {
        return new Trip(trip.account(), trip.breaker(), trip.scope(), trip.rung(), trip.reading(), trip.by(),
                trip.reason(), trip.atMs(), Math.max(trip.untilMs(), untilMs));
    }

    private void ended(Trip trip) {
        book.remove(trip);
        book.log(trip, Event.ENDED, Trip.RULES, "its time is over", trip.untilMs());
        events.publishEvent(new BreakerEnded(trip));
    }

    private Optional<Trip> find(AccountId account, Breaker breaker, Scope scope) {
        return book.kept(account).stream()
                .filter(trip -> trip.breaker() == breaker && trip.scope().equals(scope)).findFirst();
    }
}
