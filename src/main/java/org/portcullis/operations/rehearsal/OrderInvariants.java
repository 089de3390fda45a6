package org.portcullis.operations.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.operations.Finding;

/**
 * I1 no order is lost, I2 none is doubled: decisions, orders, the gateway's log and the venue's ledger tell one story.
 */
public final class OrderInvariants {

    private final Books books;
    private final VenueTruth venue;
    private final GatewayTruth gateway;

    public OrderInvariants(Books books, VenueTruth venue, GatewayTruth gateway) {
        this.books = books;
        this.venue = venue;
        this.gateway = gateway;
    }

    /** Every intent became one order, and every order ended once or is known to be alive. */
    public Finding noneLost() {
        List<String> breaches = new ArrayList<>();
        Map<String, Long> ordersByDecision = count(books.orders(), Books.Placed::decision);
        long wanted = 0;
        for (Books.Judged decision : books.decisions()) {
            boolean orders = !decision.outcome().equals("DENIED");
            wanted += orders ? 1 : 0;
            long found = ordersByDecision.getOrDefault(decision.id(), 0L);
            if (found != (orders ? 1 : 0)) {
                breaches.add("decision " + decision.id() + " " + decision.outcome() + " has " + found + " orders");
            }
        }
        if (ordersByDecision.values().stream().mapToLong(Long::longValue).sum() > wanted) {
            breaches.add(books.orders().size() + " orders for " + wanted + " decisions to trade");
        }
        books.orders().forEach(order -> story(order, breaches));
        atTheVenue(breaches);
        Map<String, Long> states = count(books.orders(), Books.Placed::state);
        return new Finding("I1 no lost order", wanted + " decisions to trade, " + books.orders().size() + " orders "
                + states + ", " + venue.taken().size() + " at the venue", breaches);
    }

    private void story(Books.Placed order, List<String> breaches) {
        List<Books.Change> changes = books.transitions().stream()
                .filter(change -> change.order().equals(order.id())).toList();
        long ends = changes.stream().filter(Books.Change::ending).count();
        if (ends != (order.ended() ? 1 : 0)) {
            breaches.add("order " + order.id() + " is " + order.state() + " and has ended " + ends + " times");
        }
        if (changes.isEmpty() || !changes.get(changes.size() - 1).to().equals(order.state())) {
            breaches.add("order " + order.id() + " is " + order.state() + ", its last change says otherwise");
        }
        boolean known = venue.byOrder().containsKey(order.id());
        boolean waits = order.state().equals("NEW") && order.askPerson() && !gateway.sent().contains(order.id());
        if (!order.ended() && !known && !waits) {
            breaches.add("order " + order.id() + " is " + order.state() + ", works nowhere and waits for nobody");
        }
        if (known && !venue.state(order.id()).equals(order.state())) {
            breaches.add("order " + order.id() + " is " + order.state() + ", at the venue "
                    + venue.state(order.id()));
        }
    }

    private void atTheVenue(List<String> breaches) {
        Map<String, Books.Placed> orders = books.orders().stream()
                .collect(Collectors.toMap(Books.Placed::id, Function.identity(), (first, again) -> first));
        for (VenueTruth.Taken taken : venue.taken()) {
            Books.Placed order = orders.get(taken.order());
            if (order == null) {
                breaches.add("order " + taken.order() + " is at the venue and not in our books");
            } else if (!taken.instrument().equals(order.instrument()) || !taken.side().equals(order.side())) {
                breaches.add("order " + taken.order() + " is another one at the venue: " + taken);
            }
        }
        for (String sent : gateway.sent()) {
            String settled = Objects.requireNonNullElse(gateway.settled().get(sent), "");
            boolean ended = settled.equals("FAILED") || settled.equals("REJECTED");
            Books.Placed order = orders.get(sent);
            if (!venue.byOrder().containsKey(sent) && !ended) {
                breaches.add("order " + sent + " was sent, the venue does not know it and it was not settled");
            } else if (ended && order != null && !order.state().equals(settled)) {
                breaches.add("order " + sent + " is " + order.state() + ", the gateway ended it as " + settled);
            }
        }
    }

    /** One order per intent, one sending and one place at the venue per order. */
    public Finding noneDoubled() {
        List<String> breaches = new ArrayList<>(atTheVenueTwice(venue, gateway));
        twice(books.decisions(), decision -> decision.account() + " " + decision.proposal(), "proposal", breaches);
        twice(books.decisions().stream().filter(Books.Judged::ofBar).toList(), decision -> decision.strategy() + " "
                + decision.instrument() + " " + decision.bar(),
                "bar judged", breaches);
        twice(books.orders(), order -> order.account() + " " + order.proposal(), "order for proposal", breaches);
        twice(books.orders(), Books.Placed::id, "order", breaches);
        return new Finding("I2 no duplicate", books.decisions().size() + " decisions, " + gateway.sent().size()
                + " sendings in " + gateway.starts() + " starts, " + venue.taken().size() + " at the venue", breaches);
    }

    /** What the files alone show to be there twice. */
    public static List<String> atTheVenueTwice(VenueTruth venue, GatewayTruth gateway) {
        List<String> breaches = new ArrayList<>();
        twice(venue.taken(), VenueTruth.Taken::order, "order at the venue", breaches);
        twice(venue.fills(), VenueTruth.Execution::trade, "execution at the venue", breaches);
        twice(gateway.sent(), Function.identity(), "sending of order", breaches);
        Map<String, VenueTruth.Taken> taken = venue.byOrder();
        venue.filled().forEach((order, filled) -> {
            VenueTruth.Taken wanted = taken.get(order);
            if (wanted == null || filled.compareTo(wanted.quantity()) > 0) {
                breaches.add("order " + order + " was filled beyond what was asked: " + filled);
            }
        });
        return breaches;
    }

    private static <T> void twice(List<T> rows, Function<T, String> key, String what, List<String> breaches) {
        count(rows, key).forEach((name, times) -> {
            if (times > 1) {
                breaches.add(what + " " + name + " is there " + times + " times");
            }
        });
    }

    private static <T> Map<String, Long> count(List<T> rows, Function<T, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }
}
