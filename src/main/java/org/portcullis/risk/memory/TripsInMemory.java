package org.portcullis.risk.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerBook;
import org.portcullis.risk.breaker.IncidentBook;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;

/** Tripped breakers of one account with their history, and the incidents that count towards them. */
final class TripsInMemory implements BreakerBook, IncidentBook {

    private static final Comparator<Trip> ORDER = Comparator.<Trip, String>comparing(trip -> trip.breaker().code())
            .thenComparing(trip -> trip.scope().kind().name()).thenComparing(trip -> trip.scope().value());

    private record Incident(Breaker breaker, Scope scope, String id) {
    }

    private List<Trip> kept = List.of();
    private final List<Entry> history = new ArrayList<>();
    private final Map<Incident, Long> incidents = new HashMap<>();

    @Override
    public void lock(AccountId account) {
        // one thread
    }

    @Override
    public List<Trip> kept(AccountId account) {
        return kept;
    }

    @Override
    public void keep(Trip trip) {
        List<Trip> now = without(trip);
        now.add(trip);
        now.sort(ORDER);
        kept = List.copyOf(now);
    }

    @Override
    public void remove(Trip trip) {
        kept = List.copyOf(without(trip));
    }

    private List<Trip> without(Trip trip) {
        List<Trip> others = new ArrayList<>(kept);
        others.removeIf(each -> ORDER.compare(each, trip) == 0);
        return others;
    }

    @Override
    public void log(Trip trip, Event event, String by, String reason, long atMs) {
        history.add(new Entry(trip.breaker(), trip.scope(), trip.rung(), event, by, reason, atMs));
    }

    @Override
    public List<Entry> history(AccountId account, int max) {
        List<Entry> newest = new ArrayList<>(history.subList(Math.max(0, history.size() - max), history.size()));
        java.util.Collections.reverse(newest);
        return newest;
    }

    @Override
    public long rearmedMs(AccountId account, Breaker breaker, Scope scope) {
        return NEVER; // nobody lets a breaker go while history runs
    }

    @Override
    public Set<String> authors(Trip trip) {
        Set<String> authors = new TreeSet<>();
        history.stream().filter(entry -> entry.breaker() == trip.breaker() && entry.scope().equals(trip.scope()))
                .forEach(entry -> authors.add(entry.by()));
        return authors;
    }

    @Override
    public boolean add(AccountId account, Breaker breaker, Scope scope, String incidentId, long atMs) {
        return incidents.putIfAbsent(new Incident(breaker, scope, incidentId), atMs) == null;
    }

    @Override
    public int count(AccountId account, Breaker breaker, Scope scope, long afterMs, long untilMs) {
        return (int) incidents.entrySet().stream().filter(entry -> entry.getKey().breaker() == breaker
                && entry.getKey().scope().equals(scope) && entry.getValue() > afterMs && entry.getValue() <= untilMs)
                .count();
    }

    @Override
    public void forgetBefore(AccountId account, Breaker breaker, long beforeMs) {
        incidents.entrySet().removeIf(entry -> entry.getKey().breaker() == breaker && entry.getValue() < beforeMs);
    }
}
