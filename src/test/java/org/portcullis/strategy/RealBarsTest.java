package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.ReferenceBars;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealBarsTest {

    @Test
    void calibrate() {
        for (String f : new String[] {"binance-spot_BTCUSDT_1m_privet1x-2024-12.csv.gz", "binance-spot_BTCUSDT_1m_karasik-2025-09-20_25.csv.gz",
            "coinbase-spot_BTCUSD_1m_lean-nonconsecutive.csv.gz","cme_ES-201312_1m_lean-nonconsecutive.csv.gz", "binance-spot_SOLUSDT_1m_benicio-2023.csv.gz"}) {
            long t0 = System.nanoTime();
            MarketWalks.Tally t = MarketWalks.of(ReferenceBars.file("bars/" + f));
            System.out.println(f + " " + (System.nanoTime() - t0) / 1000 / Math.max(1, t.bars) + " us/bar bars " + t.bars + " flagged " + t.flagged + " warming "
                + t.warming + " formed " + t.formed + " gaps " + t.gaps.size() + " flags " + t.flags + " across " + t.formedAcrossHole + " proposals " + t.proposals.size() + "\n  " + t.rules + "\n  " + t.reasons);
        }
        long t0 = System.nanoTime();
        MarketWalks.Tally t = MarketWalks.of(MarketWalks.feed().generated(org.portcullis.market.GeneratedMarket.demo(42, 1767225600000L, 1440)));
        System.out.println("gen " + (System.nanoTime() - t0) / 1000 / Math.max(1, t.bars) + " us/bar bars " + t.bars + " flagged " + t.flagged + " warming "
                + t.warming + " formed " + t.formed + " gaps " + t.gaps.size() + " flags " + t.flags + " across " + t.formedAcrossHole + " proposals " + t.proposals.size() + "\n  " + t.rules + "\n  " + t.reasons);
    }
}
