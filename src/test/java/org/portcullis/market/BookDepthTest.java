package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Side;
import org.portcullis.market.BookDepth.Level;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BookDepthTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    private final BookDepth book = new BookDepth(BTC, 1, List.of(level("99.9", "2"), level("99.8", "3")),
            List.of(level("100.1", "1"), level("100.2", "4"), level("100.20000001", "8")));

    @Test
    @DisplayName("B-D3: the spread of a book is that of its best prices, in percent of their middle, rounded up")
    void the_spread_is_that_of_the_best_prices() {
        assertThat(book.spreadE8()).isEqualTo(FixedPoint.parse("0.2"));
        assertThat(book.spread()).isEqualTo(Percent.of("0.2"));
        assertThat(BookDepth.spread(FixedPoint.parse("3"), FixedPoint.parse("3.00000001")))
                .as("0.00000033333...").isEqualTo(Percent.of("0.00000034"));
    }

    @Test
    @DisplayName("B-D3: depth is the worth of what waits for an order within a band, the edge of which belongs to it")
    void depth_is_what_waits_within_a_band() {
        assertThat(book.worthWithin(Side.BUY, Percent.of("0.1"))).isEqualTo(Money.of("100.1"));
        assertThat(book.worthWithin(Side.BUY, Percent.of("0.2"))).isEqualTo(Money.of("500.9"));
        assertThat(book.worthWithin(Side.BUY, Percent.of("0.09999999"))).isEqualTo(Money.ZERO);
        assertThat(book.worthWithin(Side.SELL, Percent.of("0.1"))).isEqualTo(Money.of("199.8"));
        assertThat(book.worthWithin(Side.SELL, Percent.of("0.2"))).isEqualTo(Money.of("499.2"));
        assertThat(book.worthWithin(Side.SELL, Percent.of("0.19999999"))).isEqualTo(Money.of("199.8"));
    }

    @Test
    void a_book_with_one_side_or_crossed_prices_is_not_believed() {
        assertThat(book.believable()).isTrue();
        assertThat(new BookDepth(BTC, 1, List.of(), book.asks()).believable()).isFalse();
        assertThat(new BookDepth(BTC, 1, book.bids(), List.of()).believable()).isFalse();
        assertThat(new BookDepth(BTC, 1, book.bids(), List.of(level("99.9", "1"))).believable()).isFalse();
    }

    private static Level level(String price, String quantity) {
        return new Level(FixedPoint.parse(price), FixedPoint.parse(quantity));
    }
}
