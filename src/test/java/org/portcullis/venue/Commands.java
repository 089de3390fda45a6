package org.portcullis.venue;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.risk.MandatoryCheck;
import org.portcullis.strategy.Intent;
import org.portcullis.venue.paper.PaperTerms;

/** Commands, bars and terms for tests: minutes count from {@link #T0_MS}, prices and quantities are decimals. */
public final class Commands {

    public static final long T0_MS = 1_733_000_040_000L;
    public static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    public static final Contract CONTRACT = new Contract(FixedPoint.parse("0.01"), FixedPoint.parse("0.001"),
            FixedPoint.ONE);
    public static final Contracts LISTED = id -> id.equals(BTC) ? Optional.of(CONTRACT) : Optional.empty();
    /** Maker 40, taker 60, no spread, no slippage, a tenth of the volume. */
    public static final PaperTerms PLAIN = new PaperTerms(bps(40), bps(60), 0, 0, 1440, bps(5), bps(25),
            FixedPoint.ONE, bps(10));

    private static final PaperTerms SHIPPED =
            PaperTerms.of(PolicyBook.open(java.nio.file.Path.of("rules/policy.yaml"), null).current());

    private Commands() {
    }

    public static long bps(long value) {
        return value * FixedPoint.ONE;
    }

    /** An unsigned command made at the close of that minute, so that the next minute is the first to fill it. */
    public static SubmitOrder submit(String id, Side side, Type type, String quantity, String limit, int minute) {
        long closeMs = T0_MS + (minute + 1) * Bar.INTERVAL_MS;
        return new SubmitOrder(new ClientOrderId(id), new AccountId("paper-main"), "decision-" + id, BTC, side, type,
                Quantity.of(quantity), Price.of(limit),
                MandatoryCheck.always(side == Side.BUY ? Intent.ENTER : Intent.EXIT), "rules", "policy", closeMs,
                closeMs + 300_000, "");
    }

    public static Bar bar(int minute, String open, String high, String low, String close, String volume) {
        return new Bar(BTC, T0_MS + minute * Bar.INTERVAL_MS, FixedPoint.parse(open), FixedPoint.parse(high),
                FixedPoint.parse(low), FixedPoint.parse(close), FixedPoint.parse(volume));
    }

    /** A bar in which the price never moves. */
    public static Bar flat(int minute, String price) {
        return bar(minute, price, price, price, price, "1000");
    }

    /** The terms of the shipped policy. */
    public static PaperTerms shipped() {
        return SHIPPED;
    }

    public static List<Bar> bars(Bar... bars) {
        return List.of(bars);
    }
}
