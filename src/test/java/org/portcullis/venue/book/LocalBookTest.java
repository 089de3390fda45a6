package org.portcullis.venue.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.venue.stream.BookView.Level;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalBookTest {

    private final LocalBook book = new LocalBook(100);

    @Test
    void an_empty_book_has_no_best_price_and_no_spread() {
        assertThat(book.bestE8(Side.BUY)).isZero();
        assertThat(book.bestQuantityE8(Side.SELL)).isZero();
        assertThat(book.spreadE8()).isEqualTo(-1);
        assertThat(book.quantityWithinE8(Side.BUY, 100)).isZero();
        assertThat(book.crossed()).isFalse();
    }

    @Test
    void the_best_levels_come_first_and_zero_removes_one() {
        set(Side.BUY, "99", "1");
        set(Side.BUY, "100", "2");
        set(Side.BUY, "98", "3");
        set(Side.SELL, "101", "4");
        set(Side.SELL, "103", "5");
        set(Side.SELL, "102", "6");
        assertThat(book.levels(Side.BUY, 2)).containsExactly(level("100", "2"), level("99", "1"));
        assertThat(book.levels(Side.SELL, 9)).containsExactly(level("101", "4"), level("102", "6"), level("103", "5"));
        set(Side.SELL, "101", "0");
        set(Side.SELL, "55", "0");
        set(Side.BUY, "100", "2.5");
        assertThat(book.spreadE8()).isEqualTo(FixedPoint.parse("2"));
        assertThat(book.bestQuantityE8(Side.BUY)).isEqualTo(FixedPoint.parse("2.5"));
        assertThat(book.size(Side.SELL)).isEqualTo(2);
    }

    @Test
    void a_book_is_crossed_when_its_bid_reaches_its_ask() {
        set(Side.BUY, "100", "1");
        set(Side.SELL, "100.01", "1");
        assertThat(book.crossed()).isFalse();
        set(Side.SELL, "100", "1");
        assertThat(book.crossed()).isTrue();
    }

    @Test
    void depth_is_counted_from_the_middle_and_the_edge_belongs_to_it() {
        set(Side.BUY, "99.99", "1");
        set(Side.BUY, "99.9", "2");
        set(Side.BUY, "99.89999999", "4");
        set(Side.SELL, "100.01", "8");
        set(Side.SELL, "100.1", "16");
        set(Side.SELL, "100.10000001", "32");
        assertThat(book.quantityWithinE8(Side.BUY, 10)).isEqualTo(FixedPoint.parse("3"));
        assertThat(book.quantityWithinE8(Side.SELL, 10)).isEqualTo(FixedPoint.parse("24"));
        assertThat(book.worthWithinE8(Side.BUY, 10)).isEqualTo(FixedPoint.parse("299.79"));
        assertThat(book.worthWithinE8(Side.SELL, 10)).isEqualTo(FixedPoint.parse("2401.68"));
        assertThat(book.quantityWithinE8(Side.BUY, 0)).isZero();
        assertThat(book.quantityWithinE8(Side.BUY, 20_000)).isEqualTo(FixedPoint.parse("7"));
    }

    @Test
    void a_full_side_keeps_the_best() {
        LocalBook small = new LocalBook(2);
        for (int price : new int[]{5, 7, 6, 4}) {
            small.set(Side.BUY, price, 1);
            small.set(Side.SELL, 10 * price, 1);
        }
        assertThat(small.levels(Side.BUY, 9)).extracting(Level::priceE8).containsExactly(7L, 6L);
        assertThat(small.levels(Side.SELL, 9)).extracting(Level::priceE8).containsExactly(40L, 50L);
    }

    @Test
    void what_is_no_level_is_refused() {
        assertThatThrownBy(() -> book.set(Side.BUY, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book.set(Side.BUY, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LocalBook(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_any_changes_it_equals_sorted_maps() {
        long seed = Long.getLong("seed", 7L);
        Random random = new Random(seed);
        TreeMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
        TreeMap<Long, Long> asks = new TreeMap<>();
        LocalBook wide = new LocalBook(1_000);
        for (int i = 0; i < 20_000; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = 1 + random.nextInt(400);
            long quantity = random.nextInt(3) * 100L;
            wide.set(side, price, quantity);
            TreeMap<Long, Long> map = side == Side.BUY ? bids : asks;
            if (quantity == 0) {
                map.remove(price);
            } else {
                map.put(price, quantity);
            }
            if (i % 50 == 0) {
                assertThat(wide.levels(Side.BUY, 1_000)).as("seed %d", seed).isEqualTo(levels(bids));
                assertThat(wide.levels(Side.SELL, 1_000)).as("seed %d", seed).isEqualTo(levels(asks));
            }
        }
    }

    private void set(Side side, String price, String quantity) {
        book.set(side, FixedPoint.parse(price), FixedPoint.parse(quantity));
    }

    private static Level level(String price, String quantity) {
        return new Level(FixedPoint.parse(price), FixedPoint.parse(quantity));
    }

    private static List<Level> levels(TreeMap<Long, Long> side) {
        return side.entrySet().stream().map(entry -> new Level(entry.getKey(), entry.getValue())).toList();
    }
}
