package org.portcullis.web.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.order.shadow.ShadowSummary;
import org.portcullis.order.shadow.ShadowTrade;
import org.portcullis.order.shadow.TwinBook;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trades as they were intended, as their twin and as they really were (S2-ST4). */
@RestController
@RequestMapping("/api/v1/shadow")
class ShadowApi {

    private final TwinBook book;

    ShadowApi(TwinBook book) {
        this.book = book;
    }

    /** The newest trades, and how far they were from what was intended. */
    @GetMapping
    Shadow newest(@RequestParam(defaultValue = "100") int max) {
        List<ShadowTrade> trades = book.newest(Bounds.within("max", max, 1, 1_000));
        return new Shadow(Summary.of(ShadowSummary.of(trades)), trades.stream().map(Trade::of).toList());
    }

    /** Summary and trades, newest first. */
    record Shadow(Summary summary, List<Trade> trades) {
    }

    /**
     * How far trades were from what was intended.
     *
     * @param differences how many of each kind
     * @param priceP50Bps median of what outcomes were worse than intended, in basis points
     * @param delayP50Ms median from decision to first fill, in milliseconds
     */
    record Summary(int trades, Map<String, Integer> differences, @Nullable String priceP50Bps,
            @Nullable String priceP95Bps, @Nullable Long delayP50Ms, @Nullable Long delayP95Ms) {

        static Summary of(ShadowSummary of) {
            Map<String, Integer> differences = new TreeMap<>();
            of.differences().forEach((kind, count) -> differences.put(kind.name(), count));
            return new Summary(of.trades(), differences, decimal(of.priceP50BpsE8()), decimal(of.priceP95BpsE8()),
                    of.delayP50Ms(), of.delayP95Ms());
        }
    }

    /**
     * One trade.
     *
     * @param slippageBps by how much the outcome is worse than intended, in basis points
     * @param twinBps by how much the order is worse than its twin, in basis points
     * @param delayMs from the decision to the first fill of the outcome
     * @param difference how it differs from its twin, and that in one sentence
     */
    record Trade(String clientOrderId, String decisionId, String instrument, String strategy, String intent,
            String side, String mode, Instant decidedAt, Quantity quantity, Price price, Leg twin, Leg actual,
            @Nullable String slippageBps, @Nullable String twinBps, @Nullable Long delayMs, String difference,
            String sentence, @Nullable String reason) {

        static Trade of(ShadowTrade of) {
            return new Trade(of.order().value(), of.decisionId(), of.instrument().value(), of.strategy(),
                    of.intent().name(), of.side().name(), of.mode().name(), Instant.ofEpochMilli(of.decidedAtMs()),
                    of.quantity(), of.price(), Leg.of(of.twin()), Leg.of(of.actual()), decimal(of.slippageBpsE8()),
                    decimal(of.twinBpsE8()), of.delayMs(), of.difference().name(), of.difference().sentence(),
                    of.reason());
        }
    }

    /** What became of one of the two. */
    record Leg(Quantity filled, @Nullable Price price, Money fees, @Nullable Instant firstFillAt, boolean ended) {

        static Leg of(ShadowTrade.Leg of) {
            Long first = of.firstFillMs();
            return new Leg(of.filled(), of.price(), of.fees(), first == null ? null : Instant.ofEpochMilli(first),
                    of.ended());
        }
    }

    private static @Nullable String decimal(@Nullable Long e8) {
        return e8 == null ? null : FixedPoint.format(e8);
    }
}
