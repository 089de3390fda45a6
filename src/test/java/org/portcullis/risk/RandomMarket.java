package org.portcullis.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BookDepth;
import org.portcullis.market.BookDepth.Level;
import org.portcullis.market.Quote;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.UniverseMembership.Standing;

/** Universe, books, quotes, cancellations and fills drawn at random, beside what is drawn for an account. */
final class RandomMarket {

    private static final int HOUR_MS = 3_600_000;

    private RandomMarket() {
    }

    /** Limits of the gates that look at it; mostly wide, so that the others decide too. */
    static List<String> limits(Random random) {
        return List.of("book.required", List.of("never", "live", "always").get(pick(random, 10) ? 1 + random.nextInt(2)
                        : 0),
                "book.spread-pct-max", pick(random, 6) ? share(random, 1) : "5",
                "book.band-pct", share(random, 4), "book.depth-multiple-min", pick(random, 6) ? share(random, 4) : "0",
                "book.slippage-pct-max", pick(random, 6) ? share(random, 2) : "50",
                "orders.per-fill-floor", Integer.toString(pick(random, 10) ? random.nextInt(6) : 60),
                "orders.per-fill-max", Integer.toString(random.nextInt(8)),
                "orders.per-fill-ask", Integer.toString(random.nextInt(4)));
    }

    static void around(Random random, DeskScene scene) {
        for (InstrumentId instrument : scene.terms.keySet().stream().sorted().toList()) {
            LastPrice last = scene.prices.get(instrument);
            long nearE8 = last == null ? 100 * FixedPoint.ONE : Math.max(FixedPoint.ONE, last.price().e8());
            if (pick(random, 6)) {
                scene.universe.put(instrument, standing(random));
            }
            if (pick(random, 3)) {
                scene.books.put(instrument, book(random, instrument, nearE8));
            }
            if (pick(random, 2)) {
                long halfE8 = (long) (nearE8 * random.nextDouble() / 100);
                scene.quotes.put(instrument, new Quote(instrument, DeskScene.NOW_MS - random.nextInt(6_000),
                        nearE8 - halfE8, 1, nearE8 + (pick(random, 10) ? -2 * halfE8 : halfE8), 1));
            }
        }
        for (int past = random.nextInt(4); past > 0; past--) {
            scene.cancels.add(DeskScene.NOW_MS - random.nextInt(HOUR_MS + 2));
        }
        for (int past = random.nextInt(3); past > 0; past--) {
            scene.fills.add(DeskScene.NOW_MS - random.nextInt(HOUR_MS + 2));
        }
    }

    private static Standing standing(Random random) {
        if (pick(random, 4)) {
            return Standing.notAsked(pick(random, 4));
        }
        long judged = pick(random, 10) ? Standing.NEVER : DeskScene.NOW_MS - random.nextInt(950_000);
        return new Standing(true, judged, !pick(random, 12), pick(random, 12), pick(random, 12), "drawn");
    }

    private static BookDepth book(Random random, InstrumentId instrument, long nearE8) {
        long halfE8 = 1 + (long) (nearE8 * random.nextDouble() / 200);
        boolean crossed = pick(random, 20);
        return new BookDepth(instrument, DeskScene.NOW_MS - random.nextInt(5_300),
                side(random, nearE8 + (crossed ? halfE8 : -halfE8), -1),
                side(random, nearE8 + (crossed ? -halfE8 : halfE8), 1));
    }

    private static List<Level> side(Random random, long bestE8, int away) {
        List<Level> levels = new ArrayList<>();
        long priceE8 = bestE8;
        for (int left = random.nextInt(9); left > 0 && priceE8 > 0; left--) {
            levels.add(new Level(priceE8, 1 + (long) (random.nextDouble() * 12 * FixedPoint.ONE)));
            priceE8 += away * (1 + (long) (bestE8 * random.nextDouble() / 200));
        }
        return levels;
    }

    private static String share(Random random, int most) {
        return FixedPoint.format((long) (random.nextDouble() * most * FixedPoint.ONE));
    }

    private static boolean pick(Random random, int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
