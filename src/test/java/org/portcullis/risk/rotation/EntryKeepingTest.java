package org.portcullis.risk.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.PositionEntries.Filled;
import org.portcullis.risk.TradingTerms;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EntryKeepingTest {

    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final TradingTerms TERMS = new TradingTerms(BTC, "BTC", "USDT", FixedPoint.parse("0.01"),
            FixedPoint.parse("0.001"), Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"),
            Percent.of("0.6"));

    private final List<PositionEntry> kept = new ArrayList<>();
    private final EntryKeeping keeping = new EntryKeeping(new InMemory(kept));

    private void fill(Side side, String quantity, String worth, String fee, String confidence, boolean closed) {
        keeping.filled(new Filled(ACCOUNT, BTC, "core", side, Quantity.of(quantity), Money.of(worth), Money.of(fee),
                closed, 1_000L + kept.size()), () -> Confidence.of(confidence));
    }

    @Test
    @DisplayName("S1-17: an entry begins with its first fill, grows at a weighted price and keeps its confidence")
    void an_entry_begins_and_grows() {
        fill(Side.BUY, "1", "100", "0.6", "0.7", false);
        fill(Side.BUY, "3", "360", "2.4", "0.9", false);
        assertThat(kept).containsExactly(new PositionEntry(ACCOUNT, BTC, "core", Side.BUY, Quantity.of("4"),
                Money.of("460"), Money.of("3"), Confidence.of("0.7"), 1_000));
        assertThat(kept.get(0).entryPrice(FixedPoint.ONE)).isEqualTo(Price.of("115"));
    }

    @Test
    @DisplayName("S1-17: a part that leaves takes its share of cost and fees, the last one leaves nothing")
    void an_entry_shrinks_and_ends() {
        fill(Side.BUY, "4", "460", "3", "0.7", false);
        fill(Side.SELL, "1", "200", "1", "0.1", false);
        assertThat(kept).containsExactly(new PositionEntry(ACCOUNT, BTC, "core", Side.BUY, Quantity.of("3"),
                Money.of("345"), Money.of("2.25"), Confidence.of("0.7"), 1_000));
        fill(Side.SELL, "3", "600", "1", "0.1", true);
        assertThat(kept).isEmpty();
    }

    @Test
    void a_fill_through_zero_begins_an_entry_on_the_other_side() {
        fill(Side.BUY, "1", "100", "0.6", "0.7", false);
        fill(Side.SELL, "3", "330", "3", "0.8", false);
        assertThat(kept).containsExactly(new PositionEntry(ACCOUNT, BTC, "core", Side.SELL, Quantity.of("2"),
                Money.of("220"), Money.of("2"), Confidence.of("0.8"), 1_001));
    }

    @Test
    @DisplayName("S1-23: profit is what is left after entry fees and the worst exit fee, on both sides")
    void profit_is_after_all_fees() {
        PositionEntry bought = new PositionEntry(ACCOUNT, BTC, "core", Side.BUY, Quantity.of("1"), Money.of("100"),
                Money.of("0.6"), Confidence.of("0.7"), 0);
        assertThat(bought.profitAt(Optional.of(Price.of("110")), TERMS)).isEqualTo(Money.of("8.74"));
        assertThat(bought.profitAt(Optional.empty(), TERMS)).isEqualTo(Money.of("-1.2"));
        PositionEntry sold = new PositionEntry(ACCOUNT, BTC, "core", Side.SELL, Quantity.of("1"), Money.of("100"),
                Money.of("0.6"), Confidence.of("0.7"), 0);
        assertThat(sold.profitAt(Optional.of(Price.of("90")), TERMS)).isEqualTo(Money.of("8.86"));
    }

    @Test
    @DisplayName("S1-21: the weakest has the lowest confidence; of equal ones the first entered")
    void the_weakest_is_found() {
        PositionEntry first = entry("A", "0.6", 5);
        PositionEntry second = entry("B", "0.6", 6);
        assertThat(PositionEntry.weakest(List.of(entry("C", "0.7", 1), second, first))).contains(first);
        assertThat(PositionEntry.weakest(List.of(first, entry("D", "0.59999999", 9))).orElseThrow().instrument())
                .isEqualTo(new InstrumentId("DCOIN"));
        assertThat(PositionEntry.weakest(List.of())).isEmpty();
    }

    private static PositionEntry entry(String instrument, String confidence, long atMs) {
        return new PositionEntry(ACCOUNT, new InstrumentId(instrument + "COIN"), "core", Side.BUY, Quantity.of("1"),
                Money.of("100"), Money.ZERO, Confidence.of(confidence), atMs);
    }

    private record InMemory(List<PositionEntry> kept) implements EntryBook {
        @Override
        public List<PositionEntry> open(AccountId account) {
            return List.copyOf(kept);
        }

        @Override
        public Optional<PositionEntry> find(AccountId account, InstrumentId instrument, String strategy) {
            return kept.stream().findFirst();
        }

        @Override
        public void keep(PositionEntry entry) {
            kept.clear();
            kept.add(entry);
        }

        @Override
        public void closed(AccountId account, InstrumentId instrument, String strategy) {
            kept.clear();
        }
    }
}
