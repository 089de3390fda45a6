package org.portcullis.web.adapter.rest;

import java.security.Principal;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerBook;
import org.portcullis.risk.breaker.BreakerRearming;
import org.portcullis.risk.breaker.BreakerRearms;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Circuit breakers: what has tripped, tripping by hand, and letting go (S4-M10, B-R5). */
@RestController
@RequestMapping("/api/v1/breakers")
class BreakerApi {

    private static final int HISTORY_MAX = 200;

    private final ObjectProvider<Breakers> breakers;
    private final ObjectProvider<BreakerRearms> rearms;
    private final ObjectProvider<AccountId> account;
    private final ObjectProvider<Lane> lanes;
    private final ObjectProvider<WorkflowPump> pumps;
    private final ObjectProvider<InstrumentCatalogue> catalogue;
    private final InstantSource clock;

    BreakerApi(ObjectProvider<Breakers> breakers, ObjectProvider<BreakerRearms> rearms,
            ObjectProvider<AccountId> account, ObjectProvider<Lane> lanes, ObjectProvider<WorkflowPump> pumps,
            ObjectProvider<InstrumentCatalogue> catalogue, EventClock clock) {
        this.breakers = breakers;
        this.rearms = rearms;
        this.account = account;
        this.lanes = lanes;
        this.pumps = pumps;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    Now now() {
        AccountId traded = there(account);
        return new Now(there(breakers).tripped(traded, clock.millis()).stream().map(Line::of).toList(),
                there(breakers).history(traded, HISTORY_MAX));
    }

    /** Trips the breaker that people trip; it holds until another person lets it go. */
    @PostMapping("/trip")
    Line trip(@RequestBody Tripping asked, Principal who) {
        String reason = Reason.required(new Reason(asked.reason()));
        Rung rung = named(Rung.class, asked.rung());
        Scope scope = scope(asked.scope(), asked.of());
        known(scope);
        return Line.of(there(lanes).call(() -> there(breakers).tripByHand(there(account), scope, rung, who.getName(),
                reason, clock.millis())));
    }

    /** Answers the task in which a breaker is let go; refused for the person who tripped it. */
    @PostMapping("/{name}/rearm")
    Line rearm(@PathVariable String name, @RequestBody Rearm asked, Authentication who) {
        String reason = Reason.required(new Reason(asked.reason()));
        Breaker breaker = Breaker.named(name).orElseThrow(() -> new NotFound("There is no breaker " + name + "."));
        Scope scope = scope(asked.scope(), asked.of());
        Set<String> groups = who.getAuthorities().stream().map(granted -> granted.getAuthority()
                .replaceFirst("^ROLE_", "").replace("_", "").toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        BreakerRearming outcome = there(lanes).call(() -> {
            BreakerRearming taken = there(rearms).rearm(breaker, scope, new Person(who.getName(), groups), reason,
                    clock.millis());
            there(pumps).pump(clock.instant());
            return taken;
        });
        if (outcome instanceof BreakerRearming.Refused refused) {
            throw new Refused(refused.why().substring(0, 1).toUpperCase(Locale.ROOT) + refused.why().substring(1)
                    + ".");
        }
        if (outcome instanceof BreakerRearming.SecondPersonNeeded needed) {
            throw new Refused(needed.first() + " tripped the breaker; a second person has to re-arm it.");
        }
        if (outcome instanceof BreakerRearming.Rearmed rearmed) {
            return Line.of(rearmed.was());
        }
        throw new NotFound("The breaker " + name + " is not tripped for that scope.");
    }

    /** A scope that covers nothing would look like a stop and be none. */
    private void known(Scope scope) {
        InstrumentCatalogue listed = catalogue.getIfAvailable();
        if (scope.kind() == Scope.Kind.VENUE && listed != null) {
            Set<String> venues = listed.instruments().values().stream().map(Instrument::venue)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!venues.contains(scope.value())) {
                throw new IllegalArgumentException("Nothing is traded at " + scope.value() + "; say one of " + venues
                        + ".");
            }
        }
    }

    private static Scope scope(@Nullable String kind, @Nullable String of) {
        Scope.Kind scope = kind == null ? Scope.Kind.GLOBAL : named(Scope.Kind.class, kind);
        return new Scope(scope, of == null ? "" : of.strip());
    }

    private static <E extends Enum<E>> E named(Class<E> words, @Nullable String word) {
        return Arrays.stream(words.getEnumConstants()).filter(one -> one.name().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Say one of "
                        + Arrays.toString(words.getEnumConstants()) + ", not " + word + "."));
    }

    private static <T> T there(ObjectProvider<T> part) {
        T found = part.getIfAvailable();
        if (found == null) {
            throw new NotFound("No orders are judged here.");
        }
        return found;
    }

    /**
     * A person's wish to stop trading.
     *
     * @param rung how far, such as {@code BLOCK_ENTRIES}
     * @param scope {@code GLOBAL} unless said otherwise
     * @param of name of the venue, strategy or symbol
     * @param reason why, 3 to 500 characters
     */
    record Tripping(@Nullable String rung, @Nullable String scope, @Nullable String of, @Nullable String reason) {
    }

    /**
     * A person's wish to let a breaker go.
     *
     * @param scope {@code GLOBAL} unless said otherwise
     * @param of name of the venue, strategy or symbol
     * @param reason why, 3 to 500 characters
     */
    record Rearm(@Nullable String scope, @Nullable String of, @Nullable String reason) {
    }

    /**
     * Breakers at one moment.
     *
     * @param tripped those that hold
     * @param history what happened, the newest first
     */
    record Now(List<Line> tripped, List<BreakerBook.Entry> history) {
    }

    /**
     * One tripped breaker.
     *
     * @param actual what was found, in {@code unit}
     * @param limit what it was compared with
     * @param untilMs when it ends by itself; nothing when a person has to end it
     */
    record Line(String breaker, Scope.Kind scope, String of, Rung rung, String actual, String limit, String unit,
            String by, String reason, long atMs, @Nullable Long untilMs) {

        static Line of(Trip trip) {
            return new Line(trip.breaker().code(), trip.scope().kind(), trip.scope().value(), trip.rung(),
                    FixedPoint.format(trip.reading().actualE8()), FixedPoint.format(trip.reading().limitE8()),
                    trip.reading().unit(), trip.by(), trip.reason(), trip.atMs(),
                    trip.needsPerson() ? null : (Long) trip.untilMs());
        }
    }
}
