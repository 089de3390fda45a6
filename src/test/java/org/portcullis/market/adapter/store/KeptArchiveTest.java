package org.portcullis.market.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarArchive.ImportReport;
import org.portcullis.market.BarArchive.Span;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.FlagCode;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.RefusalCode;
import org.portcullis.market.SeriesReport;
import org.portcullis.strategy.MarketWalks;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bars brought into the database from files, and what is said of those that are there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptArchiveTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId MNQ = new InstrumentId("MNQ");
    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final CalendarBook CALENDARS = CalendarBook.read(Path.of("rules/calendars"));
    private static final PolicyBook POLICY = PolicyBook.open(Path.of("rules/policy.yaml"), null);
    private static final long START_MS = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final long NOW_MS = START_MS + 400L * 86_400_000;
    private static final String HEADER = "open_time_ms,open,high,low,close,volume";

    @TempDir
    private Path folder;
    private final TestDatabase database = TestDatabase.fresh();
    private final KeptArchive archive = new KeptArchive(database.dataSource(), NOW_MS);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("B-D1 bars of a file are kept where a warm start reads them, and a second import adds nothing")
    void a_second_import_adds_nothing() throws IOException {
        Path file = write("BTCUSDT-1m.csv", rows(0, 25_000));
        ImportReport first = take(file);
        assertThat(first.rows()).isEqualTo(25_000);
        assertThat(first.added()).isEqualTo(25_000);
        assertThat(first.clean()).isTrue();
        assertThat(first.firstMs()).isEqualTo(START_MS);
        assertThat(first.lastMs()).isEqualTo(START_MS + 24_999 * 60_000L);

        try (Background background = new Background()) {
            BarKeeper keeper = new BarKeeper(new JdbcTemplate(database.dataSource()), background, 90);
            assertThat(keeper.newest(BTC, Long.MAX_VALUE, 2)).extracting(Bar::openTimeMs)
                    .containsExactly(START_MS + 24_998 * 60_000L, START_MS + 24_999 * 60_000L);
        }
        ImportReport second = take(file);
        assertThat(second.added()).isZero();
        assertThat(second.present()).isEqualTo(25_000);
        assertThat(count()).isEqualTo(25_000);
    }

    @Test
    @DisplayName("B-D1 an import that was cut off in the middle goes on where it stopped")
    void an_import_that_was_cut_off_goes_on() throws IOException {
        Path file = write("BTCUSDT-1m.csv", rows(0, 25_000));
        assertThatThrownBy(() -> {
            try (BarStream bars = feed().open(file)) {
                archive.take(bars, id -> true, read -> {
                    if (read >= 20_000) {
                        throw new IllegalStateException("the power went");
                    }
                });
            }
        }).hasMessage("the power went");
        assertThat(count()).isEqualTo(20_000);

        ImportReport rest = take(file);
        assertThat(rest.present()).isEqualTo(20_000);
        assertThat(rest.added()).isEqualTo(5_000);
        assertThat(count()).isEqualTo(25_000);
        assertThat(check(BTC, Span.ALL).whole()).isTrue();
    }

    @Test
    @DisplayName("B-D1 exchange dumps with and without header, of milliseconds and microseconds, plain and gzip")
    void exchange_dumps_are_read() throws IOException {
        String tail = ",101,99,100.5,7,%d,1,5,3,2,0";
        String plain = kline(START_MS, 0, tail);
        String micros = kline(START_MS * 1_000, 1, tail);
        String headed = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                + "taker_buy_quote_volume,ignore\n" + kline(START_MS * 1_000, 2, tail);
        write("BTCUSDT-1m-2024-12.csv", plain);
        write("BTCUSDT-1m-2025-01.csv", micros);
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(folder.resolve("BTCUSDT-1m-2025-02.csv.gz")))) {
            out.write(headed.getBytes(StandardCharsets.UTF_8));
        }
        ImportReport report = take(folder);
        assertThat(report.clean()).as("%s", report.examples()).isTrue();
        assertThat(report.added()).isEqualTo(3);
        SeriesReport check = check(BTC, Span.ALL);
        assertThat(check.bars()).isEqualTo(3);
        assertThat(check.fromMs()).isEqualTo(START_MS);
        assertThat(check.whole()).isTrue();
    }

    @Test
    @DisplayName("B-D1 refused rows are counted by code, named by file and line, and kept out")
    void refused_rows_are_counted_and_named() throws IOException {
        long lastMs = Math.floorDiv(NOW_MS, 60_000) * 60_000 - 60_000;
        Path file = write("BTCUSDT-1m.csv", String.join("\n", HEADER, row(START_MS, "100"),
                row(START_MS, "100"), row(START_MS + 60_001, "100"), (START_MS + 120_000) + ",100,90,95,92,1",
                (START_MS + 180_000) + ",abc,101,99,100,1", row(START_MS + 240_000, "100"), row(lastMs, "100"),
                row(lastMs + 60_000, "100")));
        ImportReport report = take(file);
        assertThat(report.refused()).isEqualTo(Map.of(RefusalCode.TIME_REPEATED, 1L, RefusalCode.OFF_MINUTE, 1L,
                RefusalCode.HIGH_BELOW_LOW, 1L, RefusalCode.NOT_A_NUMBER, 1L, RefusalCode.IN_FUTURE, 1L));
        assertThat(report.added()).isEqualTo(3);
        assertThat(report.rows()).isEqualTo(8);
        assertThat(report.examples()).hasSize(5).anySatisfy(line ->
                assertThat(line).startsWith("OFF_MINUTE BTCUSDT-1m.csv:4: ").endsWith("; row left out"));
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void a_minute_that_is_kept_with_other_numbers_stays_and_is_named() throws IOException {
        take(write("BTCUSDT-1m.csv", HEADER + "\n" + row(START_MS, "100") + "\n" + row(START_MS + 60_000, "100")));
        ImportReport other = take(write("BTCUSDT-1m.csv", HEADER + "\n" + row(START_MS, "100") + "\n"
                + row(START_MS + 60_000, "100.5") + "\n" + row(START_MS + 120_000, "100")));
        assertThat(other.added()).isEqualTo(1);
        assertThat(other.present()).isEqualTo(1);
        assertThat(other.refused()).isEqualTo(Map.of(RefusalCode.KEPT_DIFFERENTLY, 1L));
        assertThat(other.examples()).singleElement().asString().startsWith("KEPT_DIFFERENTLY BTCUSDT-1m.csv:3: ");
    }

    @Test
    void rows_of_another_venue_are_refused_and_a_file_of_an_unknown_instrument_is_left_out() throws IOException {
        write("BTCUSDT-1m.csv", HEADER + "\n" + row(START_MS, "100"));
        write("NOSUCHUSDT-1m.csv", HEADER + "\n" + row(START_MS, "100"));
        try (BarStream bars = feed().open(folder)) {
            ImportReport report = archive.take(bars, id -> false, read -> { });
            assertThat(report.refused()).isEqualTo(Map.of(RefusalCode.OTHER_VENUE, 1L,
                    RefusalCode.UNKNOWN_INSTRUMENT, 1L));
            assertThat(report.firstMs()).isZero();
        }
        try (BarStream bars = feed().open(folder.resolve("NOSUCHUSDT-1m.csv"), BTC)) {
            assertThat(archive.take(bars, id -> true, read -> { }).added()).isEqualTo(1);
        }
        assertThat(archive.instruments()).containsExactly(BTC);
    }

    @Test
    @DisplayName("B-D7 holes are told with their minutes, a minute more or less is not")
    void holes_are_told() throws IOException {
        take(write("BTCUSDT-1m.csv", HEADER + "\n" + Stream.of(LongStream.range(0, 10), LongStream.range(11, 20),
                LongStream.range(2_000, 2_003)).flatMap(LongStream::boxed)
                .map(minute -> row(START_MS + minute * 60_000, "100")).collect(Collectors.joining("\n"))));
        SeriesReport report = check(BTC, Span.ALL);
        assertThat(report.holes()).containsExactly(
                new SeriesReport.Hole(START_MS + 600_000, START_MS + 660_000, 1, 1),
                new SeriesReport.Hole(START_MS + 1_200_000, START_MS + 120_000_000, 1_980, 1_980));
        assertThat(report.missing()).isEqualTo(1_981);
        assertThat(report.whole()).isFalse();
        assertThat(check(BTC, new Span(START_MS, START_MS + 600_000)).whole()).isTrue();
        assertThat(check(BTC, new Span(START_MS, START_MS + 660_000)).holesInside()).isEqualTo(1);
        assertThat(check(BTC, new Span(START_MS - 60_000, START_MS + 600_000)).holesInside()).isEqualTo(1);
        assertThat(check(new InstrumentId("ETHUSDT"), new Span(START_MS, START_MS + 60_000)).missing()).isEqualTo(1);
    }

    @Test
    @DisplayName("B-D7 minutes outside sessions are no holes, those inside are")
    void minutes_outside_sessions_are_no_holes() throws IOException {
        // the last minute of a Friday and the first of the following Sunday evening, in Chicago
        long friday = Instant.parse("2026-03-06T21:59:00Z").toEpochMilli();
        long sunday = Instant.parse("2026-03-08T22:00:00Z").toEpochMilli();
        take(write("MNQ-1m.csv", HEADER + "\n" + row(friday, "100") + "\n" + row(sunday, "100")));
        SeriesReport weekend = check(MNQ, Span.ALL);
        assertThat(weekend.holesOutside()).isEqualTo(1);
        assertThat(weekend.whole()).isTrue();
        take(write("MNQ-1m.csv", HEADER + "\n" + row(sunday + 120_000, "100")));
        assertThat(check(MNQ, Span.ALL).holesInside()).isEqualTo(1);
    }

    @Test
    @DisplayName("B-D7 outliers and minutes that are there twice are counted")
    void outliers_and_repeated_minutes_are_counted() throws IOException {
        take(write("BTCUSDT-1m.csv", rows(0, 100) + row(START_MS + 100 * 60_000L, "1000") + "\n"
                + row(START_MS + 101 * 60_000L, "100")));
        new JdbcTemplate(database.dataSource()).update("INSERT INTO market.bars (instrument, open_time_ms, open_e8,"
                + " high_e8, low_e8, close_e8, volume_e8, taker_bought_e8) VALUES ('BTCUSDT', ?, 10000000000,"
                + " 10000000000, 10000000000, 10000000000, 100000000, -1)", START_MS + 50 * 60_000L + 30_000);
        SeriesReport report = check(BTC, Span.ALL);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.flags()).containsEntry(FlagCode.OUTLIER, 1L).containsKey(FlagCode.BAR_INVALID);
        assertThat(report.examples()).anySatisfy(line -> assertThat(line).contains("OUTLIER 900"));
        assertThat(report.holes()).isEmpty();
        assertThat(report.whole()).isFalse();
    }

    private ImportReport take(Path source) {
        try (BarStream bars = feed().open(source)) {
            return archive.take(bars, id -> true, read -> { });
        }
    }

    private SeriesReport check(InstrumentId id, Span span) {
        return archive.check(id, span, BarWalk.under(() -> MarketWalks.library().base("market"), POLICY::current),
                CATALOGUE.find(id).map(CALENDARS::of).orElseThrow());
    }

    private long count() {
        return database.jdbc().sql("SELECT count(*) FROM market.bars").query(Long.class).single();
    }

    private static BarFeed feed() {
        return new BarFeed(CATALOGUE);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String rows(int from, int to) {
        return HEADER + "\n" + IntStream.range(from, to).mapToObj(minute -> row(START_MS + minute * 60_000L, "100"))
                .collect(Collectors.joining("\n")) + "\n";
    }

    private static String row(long openMs, String price) {
        return String.join(",", List.of(Long.toString(openMs), price, price, price, price, "1"));
    }

    private static String kline(long base, int minute, String tail) {
        long open = base + minute * 60_000L * (base > 10_000_000_000_000L ? 1_000 : 1);
        return open + ",100" + String.format(tail, open);
    }
}
