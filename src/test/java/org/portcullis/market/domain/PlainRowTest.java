package org.portcullis.market.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;

/** The short way of reading a row says what the long way says, or leaves the row to it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlainRowTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final BarLayout LAYOUT = layout("open_time_ms,open,high,low,close,volume");
    private static final String TIME = "1735689600000";
    private static final String PLAIN = "1735689600000,100,100.02,99.96,99.97,3826.3088\n";

    @Test
    void a_plain_row_is_read_and_the_next_one_found() {
        BarRow row = new BarRow(BTC, LAYOUT);
        byte[] bytes = bytes(PLAIN + "next");
        assertThat(row.plain(bytes, 0, bytes.length)).isEqualTo(PLAIN.length());
        assertThat(row.bar().openTimeMs()).isEqualTo(1_735_689_600_000L);
        assertThat(row.bar().lowE8()).isEqualTo(9_996_000_000L);
        assertThat(row.bar().volumeE8()).isEqualTo(382_630_880_000L);
    }

    @Test
    void a_row_whose_end_is_not_there_yet_is_left_alone() {
        byte[] bytes = bytes(PLAIN);
        assertThat(new BarRow(BTC, LAYOUT).plain(bytes, 0, bytes.length)).isPositive();
        for (int cut = 0; cut < bytes.length; cut++) {
            assertThat(new BarRow(BTC, LAYOUT).plain(bytes, 0, cut)).as("of %d bytes", cut).isNegative();
        }
    }

    @Test
    void columns_in_another_order_are_left_to_the_long_way() {
        byte[] bytes = bytes(PLAIN);
        assertThat(new BarRow(BTC, layout("open,open_time_ms,high,low,close,volume")).plain(bytes, 0, bytes.length))
                .isNegative();
    }

    @Test
    void the_short_way_says_what_the_long_way_says() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random dice = new Random(seed);
        BarRow quick = new BarRow(BTC, LAYOUT);
        BarRow slow = new BarRow(BTC, LAYOUT);
        long timeMs = 1_735_689_600_000L;
        int plain = 0;
        for (int i = 0; i < 50_000; i++) {
            timeMs += dice.nextInt(8) == 0 ? 0 : 60_000;
            String text = row(dice, timeMs);
            byte[] bytes = bytes(text + "\n1");
            int end = quick.plain(bytes, 0, bytes.length);
            int to = text.endsWith("\r") ? text.length() - 1 : text.length();
            if (end < 0) {
                // as the file does: the long way decides, and both have seen the same rows
                assertThat(String.valueOf(quick.read(bytes, 0, to))).isEqualTo(String.valueOf(
                        slow.read(bytes, 0, to)));
                continue;
            }
            plain++;
            assertThat(end).as("seed %d: %s", seed, text).isEqualTo(text.length() + 1);
            assertThat(slow.read(bytes, 0, to)).as("seed %d: %s", seed, text).isNull();
            assertThat(quick.bar()).as("seed %d: %s", seed, text).isEqualTo(slow.bar());
        }
        assertThat(plain).isBetween(5_000, 45_000);
    }

    private static String row(Random dice, long timeMs) {
        StringBuilder text = new StringBuilder().append(timeMs);
        String price = 1 + dice.nextInt(90_000) + "." + dice.nextInt(1_000);
        for (int i = 0; i < 4; i++) {
            text.append(',').append(dice.nextInt(20) == 0 ? number(dice) : price);
        }
        text.append(',').append(dice.nextInt(4) == 0 ? number(dice) : price);
        if (dice.nextInt(10) == 0) {
            text.append(",0.5,more");
        }
        if (dice.nextInt(10) == 0) {
            // a time that leaps ahead would make all others go back
            int at = TIME.length() + dice.nextInt(text.length() - TIME.length());
            text.setCharAt(at, "0123456789.,-e\" x".charAt(dice.nextInt(17)));
        }
        if (dice.nextInt(20) == 0) {
            text.setCharAt(dice.nextInt(TIME.length()), "x. -\"".charAt(dice.nextInt(5)));
        }
        return text.append(dice.nextInt(5) == 0 ? "\r" : "").toString();
    }

    private static String number(Random dice) {
        String whole = Long.toString(Math.abs(dice.nextLong()) >>> dice.nextInt(63));
        int places = dice.nextInt(11);
        String decimals = Long.toString(1_000_000_000_000L + dice.nextInt()).substring(1, 1 + places);
        return switch (dice.nextInt(12)) {
            case 0 -> "";
            case 1 -> "." + decimals;
            case 2 -> whole + ".";
            case 3 -> " " + whole;
            case 4 -> "0";
            default -> whole.substring(0, Math.min(whole.length(), 6)) + "." + decimals;
        };
    }

    private static BarLayout layout(String header) {
        return Objects.requireNonNull(BarLayout.of(bytes(header), 0, header.length()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
