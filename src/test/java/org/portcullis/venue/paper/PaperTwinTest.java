package org.portcullis.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.Commands.BTC;
import static org.portcullis.venue.Commands.LISTED;
import static org.portcullis.venue.Commands.T0_MS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.order.OrderReport;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.order.shadow.TwinFill;
import org.portcullis.order.shadow.TwinTrade;
import org.portcullis.venue.Commands;
import org.portcullis.venue.MemoryLedger;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaperTwinTest {

    private static final int WALKS = 300;
    private static final int MINUTES = 40;

    @Test
    @DisplayName("S2-ST4 D7: the same orders on the same bars become the same, to the last digit of price and fee")
    void twins_become_what_orders_become() {
        long seed = Long.getLong("seed", 20_261_121L);
        int fills = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Walk one = new Walk(new Random(seed + walk));
            one.run();
            assertThat(one.twins).as("seed %d, walk %d", seed, walk).isEqualTo(one.orders);
            fills += one.orders.size();
        }
        assertThat(fills).isGreaterThan(1_000);
    }

    @Test
    @DisplayName("S2-ST4: a twin that starts later knows how wide bars were from the venue's tape; a known bar fills "
            + "nothing again")
    void a_later_start_knows_the_tape() {
        Walk walk = new Walk(new Random(5));
        walk.run();
        PaperTwin late = new PaperTwin(walk.venue, LISTED, Commands::shipped);
        Bar next = Commands.bar(MINUTES, "100", "101", "99", "100", "1000");
        TwinTrade trade = new TwinTrade(new ClientOrderId("late"), BTC, Side.BUY, Type.MARKET, Quantity.of("0.5"),
                new Price(0), next.openTimeMs(), Long.MAX_VALUE, Quantity.ZERO, Money.ZERO, Money.ZERO, null, null);
        List<TwinFill> said = late.fills(next, List.of(trade));
        assertThat(said).isEqualTo(walk.twin.fills(next, List.of(trade))).hasSize(1);
        assertThat(late.fills(next, List.of(trade))).isEmpty();
    }

    private static final class Walk {

        private final PaperVenue venue = new PaperVenue(new MemoryLedger(), LISTED, Commands::shipped);
        private final PaperTwin twin = new PaperTwin(venue, LISTED, Commands::shipped);
        private final Map<ClientOrderId, TwinTrade> working = new LinkedHashMap<>();
        private final Map<String, String> orders = new TreeMap<>();
        private final Map<String, String> twins = new TreeMap<>();
        private final Random random;

        private Walk(Random random) {
            this.random = random;
        }

        private void run() {
            long price = 10_000;
            for (int minute = 0; minute < MINUTES; minute++) {
                long open = price + random.nextInt(41) - 20;
                price = open + random.nextInt(61) - 30;
                long high = Math.max(open, price) + random.nextInt(20);
                long low = Math.min(open, price) - random.nextInt(20);
                Bar bar = Commands.bar(minute, cents(open), cents(high), cents(low), cents(price),
                        Integer.toString(random.nextInt(30)));
                for (TwinFill fill : twin.fills(bar, new ArrayList<>(working.values()))) {
                    twins.merge(fill.order() + " " + minute, said(fill.quantity(), fill.price(), fill.fee(),
                            fill.atMs()), String::concat);
                    working.compute(fill.order(), (id, trade) -> after(trade, fill));
                }
                for (OrderReport fill : venue.onBars(List.of(bar))) {
                    orders.merge(fill.clientOrderId() + " " + minute, said(fill.quantity(), fill.price(), fill.fee(),
                            fill.atMs()), String::concat);
                }
                if (random.nextInt(3) == 0) {
                    place(minute, price);
                }
            }
        }

        private void place(int minute, long price) {
            String id = "o-" + minute;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            Type type = random.nextInt(3) == 0 ? Type.MARKET : Type.LIMIT;
            String limit = type == Type.MARKET ? "0" : cents(price + random.nextInt(61) - 30);
            SubmitOrder command = Commands.submit(id, side, type,
                    FixedPoint.format((1 + random.nextInt(4_000)) * FixedPoint.ONE / 1_000), limit, minute);
            venue.place(command);
            working.put(command.clientOrderId(), new TwinTrade(command.clientOrderId(), BTC, side, type,
                    command.quantity(), command.limitPrice(), command.createdAtMs(), Long.MAX_VALUE, Quantity.ZERO,
                    Money.ZERO, Money.ZERO, null, null));
        }

        private static TwinTrade after(TwinTrade trade, TwinFill fill) {
            return new TwinTrade(trade.order(), trade.instrument(), trade.side(), trade.type(), trade.quantity(),
                    trade.limit(), trade.fromMs(), trade.untilMs(), trade.filled().plus(fill.quantity()),
                    trade.notional(), trade.fees(), fill.atMs(), null);
        }

        private static String said(Quantity quantity, Price price, Money fee, long atMs) {
            return quantity + "@" + price + " fee " + fee + " at " + (atMs - T0_MS);
        }

        private static String cents(long cents) {
            return FixedPoint.format(cents * FixedPoint.ONE / 100);
        }
    }
}
