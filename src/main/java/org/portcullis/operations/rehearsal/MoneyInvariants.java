package org.portcullis.operations.rehearsal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.operations.Finding;

/**
 * I3 our fills are the venue's, and what they did to cash and positions, worked out again from the venue's numbers, is
 * what the books say, to the last unit of 10<sup>-8</sup>. For instruments whose contract multiplier is 1.
 */
public final class MoneyInvariants {

    private static final BigDecimal ONE = BigDecimal.valueOf(100_000_000);

    private final Books books;
    private final VenueTruth venue;

    public MoneyInvariants(Books books, VenueTruth venue) {
        this.books = books;
        this.venue = venue;
    }

    /** What was executed at the venue is what was booked, in all and per order. */
    public Finding fillsAreTheVenues() {
        List<String> breaches = new ArrayList<>();
        Map<String, VenueTruth.Execution> executed = new TreeMap<>();
        venue.fills().forEach(fill -> executed.put(fill.trade(), fill));
        Map<String, VenueTruth.Execution> booked = new TreeMap<>();
        books.fills().forEach(fill -> booked.put(fill.trade(),
                new VenueTruth.Execution(fill.trade(), fill.order(), fill.quantity(), fill.price(), fill.fee())));
        executed.forEach((trade, fill) -> {
            VenueTruth.Execution ours = booked.get(trade);
            if (ours == null) {
                breaches.add("execution " + trade + " at the venue is not booked");
            } else if (!ours.equals(fill)) {
                breaches.add("execution " + trade + " is booked as " + ours + ", the venue says " + fill);
            }
        });
        booked.keySet().stream().filter(trade -> !executed.containsKey(trade))
                .forEach(trade -> breaches.add("booked fill " + trade + " never happened at the venue"));
        books.orders().forEach(order -> sums(order, breaches));
        return new Finding("I3 fills", executed.size() + " at the venue, " + books.fills().size() + " booked",
                breaches);
    }

    private void sums(Books.Placed order, List<String> breaches) {
        BigInteger quantity = BigInteger.ZERO;
        BigInteger notional = BigInteger.ZERO;
        BigInteger fees = BigInteger.ZERO;
        for (VenueTruth.Execution fill : venue.fills()) {
            if (fill.order().equals(order.id())) {
                quantity = quantity.add(fill.quantity());
                notional = notional.add(worth(fill.price(), fill.quantity()));
                fees = fees.add(fill.fee());
            }
        }
        differs("filled quantity of order " + order.id(), order.filled(), quantity, breaches);
        differs("filled worth of order " + order.id(), order.notional(), notional, breaches);
        differs("fees of order " + order.id(), order.fees(), fees, breaches);
    }

    /** Cash, fees, realised profit and positions follow from the executions. */
    public Finding conserved() {
        List<String> breaches = new ArrayList<>();
        Map<String, Holding> holdings = new TreeMap<>();
        Map<String, Totals> totals = new TreeMap<>();
        Map<String, VenueTruth.Execution> executed = new HashMap<>();
        venue.fills().forEach(fill -> executed.put(fill.trade(), fill));
        for (Books.Booked booked : books.fills()) {
            VenueTruth.Execution fill = executed.get(booked.trade());
            if (fill != null) {
                Totals total = totals.computeIfAbsent(booked.account(), account -> new Totals());
                Holding holding = holdings.computeIfAbsent(booked.account() + " " + booked.instrument() + " "
                        + booked.strategy(), key -> new Holding());
                BigInteger realised = holding.fill(booked.side(), fill, total);
                differs("realised profit of fill " + booked.trade(), booked.realised(), realised, breaches);
            }
        }
        books.accounts().forEach(account -> purse(account, totals.getOrDefault(account.account(), new Totals()),
                breaches));
        positions(holdings, breaches);
        String cash = books.accounts().stream()
                .map(account -> account.account() + " " + new BigDecimal(account.cash(), 8).toPlainString())
                .toList().toString();
        return new Finding("   cash and positions", "cash " + cash + ", " + books.positions().size() + " positions",
                breaches);
    }

    private void purse(Books.Purse account, Totals total, List<String> breaches) {
        differs("cash of " + account.account(), account.cash(), account.initial().add(total.cash), breaches);
        differs("fees of " + account.account(), account.fees(), total.fees, breaches);
        differs("realised profit of " + account.account(), account.realised(), total.realised, breaches);
        BigInteger held = books.positions().stream().filter(position -> position.account().equals(account.account()))
                .map(position -> position.cost().add(position.entryFees())).reduce(BigInteger.ZERO, BigInteger::add);
        differs("cash plus cost plus entry fees of " + account.account(), account.cash().add(held),
                account.initial().add(account.realised()), breaches);
    }

    private void positions(Map<String, Holding> holdings, List<String> breaches) {
        Map<String, Books.Held> kept = new TreeMap<>();
        books.positions().forEach(position -> kept.put(position.key(), position));
        holdings.keySet().stream().filter(key -> !kept.containsKey(key))
                .forEach(key -> breaches.add("position " + key + " is missing"));
        kept.forEach((key, position) -> {
            Holding worked = holdings.getOrDefault(key, new Holding());
            differs("quantity of " + key, position.quantity(), worked.quantity, breaches);
            differs("cost of " + key, position.cost(), worked.cost, breaches);
            differs("entry fees of " + key, position.entryFees(), worked.entryFees, breaches);
        });
    }

    private static void differs(String what, BigInteger kept, BigInteger worked, List<String> breaches) {
        if (!kept.equals(worked)) {
            breaches.add(what + " is " + kept + ", must be " + worked + " (difference " + kept.subtract(worked)
                    + " units of 10^-8)");
        }
    }

    private static BigInteger worth(BigInteger price, BigInteger quantity) {
        return new BigDecimal(price.multiply(quantity)).divide(ONE, 0, RoundingMode.HALF_EVEN).toBigIntegerExact();
    }

    /** What an account's executions add up to. */
    private static final class Totals {
        private BigInteger cash = BigInteger.ZERO;
        private BigInteger fees = BigInteger.ZERO;
        private BigInteger realised = BigInteger.ZERO;
    }

    /**
     * A position worked out by weighted entry; a sale takes its share of cost and entry fees, the last one the rest.
     */
    private static final class Holding {
        private BigInteger quantity = BigInteger.ZERO;
        private BigInteger cost = BigInteger.ZERO;
        private BigInteger entryFees = BigInteger.ZERO;

        private BigInteger fill(String side, VenueTruth.Execution fill, Totals total) {
            BigInteger worth = worth(fill.price(), fill.quantity());
            total.fees = total.fees.add(fill.fee());
            if (side.equals("BUY")) {
                quantity = quantity.add(fill.quantity());
                cost = cost.add(worth);
                entryFees = entryFees.add(fill.fee());
                total.cash = total.cash.subtract(worth).subtract(fill.fee());
                return BigInteger.ZERO;
            }
            BigInteger costSold = share(cost, fill.quantity());
            BigInteger feesSold = share(entryFees, fill.quantity());
            BigInteger received = worth.subtract(fill.fee());
            quantity = quantity.subtract(fill.quantity());
            cost = cost.subtract(costSold);
            entryFees = entryFees.subtract(feesSold);
            BigInteger gained = received.subtract(costSold).subtract(feesSold);
            total.cash = total.cash.add(received);
            total.realised = total.realised.add(gained);
            return gained;
        }

        private BigInteger share(BigInteger whole, BigInteger sold) {
            if (quantity.signum() <= 0 || sold.compareTo(quantity) >= 0) {
                return whole;
            }
            return new BigDecimal(whole.multiply(sold)).divide(new BigDecimal(quantity), 0, RoundingMode.HALF_EVEN)
                    .toBigIntegerExact();
        }
    }
}
