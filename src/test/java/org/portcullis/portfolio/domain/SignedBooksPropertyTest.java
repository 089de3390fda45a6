package org.portcullis.portfolio.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.portfolio.VenueSnapshot.VenueFunding;
import org.portcullis.portfolio.domain.Position.Change;

/**
 * An account of three strategies in a spot instrument, a perpetual and a future, against a second ledger of plain
 * decimals that knows nothing of costs: it adds up what was paid and received, and averages with forty digits.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignedBooksPropertyTest {

    private static final int FILLS = 100_000;
    private static final Money INITIAL = Money.of("1000000");
    private static final MathContext DIGITS = new MathContext(40);

    /** One execution as a venue tells it, perhaps twice and perhaps late. */
    private record Told(int id, String book, Side side, Quantity quantity, Price price, Money fee) {
    }

    /** The second ledger's view of one book. */
    private static final class Plain {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
    }

    private final long seed = Long.getLong("seed", 20261121L);
    private final Random random = new Random(seed);
    private final Map<String, Position> books = new LinkedHashMap<>();
    private final Map<String, Plain> plain = new LinkedHashMap<>();
    private Money cash = INITIAL;
    private Money realised = Money.ZERO;
    private BigDecimal flow = BigDecimal.ZERO;
    private BigDecimal gained = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;
    private int flips;
    private int flats;
    private int repeated;
    private int fundings;

    @Test
    @DisplayName("S2-PNL1 S0-05 B-E6 B-D12: 100,000 fills with partials, flips, fees, funding, repeats and disorder "
            + "conserve money to the last unit and agree with a ledger of plain decimals")
    void random_fills_of_both_sides_conserve_money_and_agree_with_plain_decimals() {
        for (String strategy : List.of("a", "b", "c")) {
            for (String instrument : List.of("spot", "perpetual", "future")) {
                books.put(instrument + "/" + strategy, Position.flat(!instrument.equals("spot")));
                plain.put(instrument + "/" + strategy, new Plain());
            }
        }
        Set<Integer> known = new HashSet<>();
        List<Told> late = new ArrayList<>();
        int booked = 0;
        for (int id = 0; booked < FILLS; id++) {
            late.add(draw(id));
            if (random.nextInt(3) == 0) {
                continue; // it is told after later ones
            }
            while (!late.isEmpty()) {
                Told told = late.remove(random.nextInt(late.size()));
                if (!known.add(told.id())) {
                    repeated++;
                    continue;
                }
                book(told);
                booked++;
                check(told);
                if (random.nextInt(20) == 0) {
                    late.add(told); // told again
                }
                if (random.nextInt(50) == 0) {
                    fund();
                }
            }
        }
        assertThat(List.of(flips, flats, repeated, fundings)).as("seed %s: all happened", seed)
                .allMatch(times -> times > 1_000);
    }

    private Told draw(int id) {
        List<String> names = new ArrayList<>(books.keySet());
        String name = names.get(random.nextInt(names.size()));
        Position held = books.get(name);
        Price price = new Price(1 + (long) (Math.exp(2 + random.nextDouble() * 24)));
        Quantity quantity = switch (random.nextInt(4)) {
            case 0 -> held.quantity().isZero() ? new Quantity(1) : held.quantity();
            case 1 -> new Quantity(1 + (long) (random.nextDouble() * 2 * held.quantity().e8()));
            default -> new Quantity(1 + (long) Math.exp(random.nextDouble() * 20));
        };
        Money worth = price.times(quantity, multiplierE8(name));
        if (worth.e8() > INITIAL.e8() / 4) {
            return draw(id);
        }
        Money fee = new Money((long) (worth.e8() * (random.nextDouble() * 0.008 - 0.001)));
        return new Told(id, name, random.nextBoolean() ? Side.BUY : Side.SELL, quantity, price, fee);
    }

    private void book(Told told) {
        Position before = books.get(told.book());
        Money worth = told.price().times(told.quantity(), multiplierE8(told.book()));
        Change change = before.filled(told.side(), told.quantity(), worth, told.fee());
        books.put(told.book(), change.after());
        cash = cash.plus(change.cash());
        realised = realised.plus(change.realised());
        flips += change.ends(before) && !change.after().quantity().isZero() ? 1 : 0;
        flats += change.after().quantity().isZero() ? 1 : 0;
        BigDecimal sign = BigDecimal.valueOf(told.side().sign());
        paid = paid.subtract(e8(told.fee().e8()));
        flow = flow.subtract(sign.multiply(e8(worth.e8()))).subtract(e8(told.fee().e8()));
        plainly(plain.get(told.book()), sign.multiply(e8(told.quantity().e8())), e8(worth.e8()));
    }

    /** Average cost, both sides of zero, in forty digits. */
    private void plainly(Plain book, BigDecimal signed, BigDecimal worth) {
        BigDecimal price = worth.divide(signed.abs(), DIGITS);
        boolean closes = book.quantity.signum() * signed.signum() < 0;
        BigDecimal closing = closes ? book.quantity.abs().min(signed.abs()) : BigDecimal.ZERO;
        if (closes) {
            BigDecimal average = book.cost.divide(book.quantity.abs(), DIGITS);
            gained = gained.add(price.subtract(average).multiply(closing)
                    .multiply(BigDecimal.valueOf(book.quantity.signum())));
            book.cost = book.cost.subtract(average.multiply(closing));
        }
        book.cost = book.cost.add(price.multiply(signed.abs().subtract(closing)));
        book.quantity = book.quantity.add(signed);
        book.cost = book.quantity.signum() == 0 ? BigDecimal.ZERO : book.cost;
    }

    /** Longs pay when the rate is positive; the venue settles the net of all strategies. */
    private void fund() {
        SortedMap<String, Long> held = new TreeMap<>();
        long netE8 = 0;
        for (String strategy : List.of("a", "b", "c")) {
            held.put(strategy, books.get("perpetual/" + strategy).signedE8());
            netE8 += books.get("perpetual/" + strategy).signedE8();
        }
        Price mark = new Price(1 + (long) (Math.exp(2 + random.nextDouble() * 20)));
        long rateE8 = random.nextInt(300_000) - 100_000;
        Money total = VenueFunding.cash(netE8, mark, multiplierE8("perpetual/"), rateE8);
        Money sum = FundingShares.of(held, total, mark, multiplierE8("perpetual/"), rateE8).values().stream()
                .reduce(Money.ZERO, Money::plus);
        assertThat(sum).as("seed %s: shares of %s", seed, held).isEqualTo(total);
        BigDecimal plainly = e8(netE8).multiply(e8(mark.e8())).multiply(e8(multiplierE8("perpetual/")))
                .multiply(e8(rateE8)).negate();
        assertThat(e8(total.e8()).subtract(plainly).abs()).as("seed %s", seed).isLessThan(new BigDecimal("0.00000003"));
        cash = cash.plus(total);
        realised = realised.plus(total);
        flow = flow.add(e8(total.e8()));
        paid = paid.add(e8(total.e8()));
        fundings += total.e8() == 0 ? 0 : 1;
    }

    private void check(Told told) {
        Money cost = Money.ZERO;
        Money fees = Money.ZERO;
        BigDecimal onMargin = BigDecimal.ZERO;
        for (Map.Entry<String, Position> book : books.entrySet()) {
            Position position = book.getValue();
            cost = cost.plus(position.costInCash());
            fees = fees.plus(position.entryFees());
            BigDecimal signedCost = e8(position.cost().e8()).multiply(BigDecimal.valueOf(position.side().sign()));
            onMargin = position.margin() ? onMargin.add(signedCost) : onMargin;
        }
        Conservation kept = new Conservation(INITIAL, realised, cash, cost, fees);
        assertThat(kept.difference()).as("seed %s %s: %s", seed, told, kept).isEqualTo(Money.ZERO);
        // what was paid and received, exactly, whatever costs say
        assertThat(e8(cash.e8()).subtract(onMargin)).as("seed %s %s", seed, told)
                .isEqualByComparingTo(e8(INITIAL.e8()).add(flow));
        // gains by average cost, less fees of what is closed, plus funding
        assertThat(e8(realised.e8()).subtract(e8(fees.e8())).subtract(gained).subtract(paid).abs())
                .as("seed %s %s: realised %s", seed, told, realised).isLessThan(new BigDecimal("0.002"));
        Position position = books.get(told.book());
        Plain second = plain.get(told.book());
        assertThat(e8(position.signedE8())).as("seed %s %s", seed, told).isEqualByComparingTo(second.quantity);
        // half a unit may be lost with every fill since it was flat
        assertThat(e8(position.cost().e8()).subtract(second.cost).abs()).as("seed %s %s: %s and %s", seed, told,
                position, second.cost).isLessThan(new BigDecimal("0.0001"));
    }

    private static long multiplierE8(String book) {
        return book.startsWith("future") ? 2 * FixedPoint.ONE : FixedPoint.ONE;
    }

    private static BigDecimal e8(long number) {
        return BigDecimal.valueOf(number, 8).setScale(8, RoundingMode.UNNECESSARY);
    }
}
