package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.domain.Draw;

@DisplayName("S2-D6 garbage in files of bars is told and good rows are kept")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarFeedTest {

    private static final String HEADER = "open_time_ms,open,high,low,close,volume\n";
    private static final String ROW_1 = "1733007600000,96466.11,96495.52,96440.0,96440.0,6.6158\n";
    private static final String ROW_2 = "1733007660000,96440.01,96454.62,96422.0,96454.62,7.0222\n";
    private static final String ROW_3 = "1733007720000,96454.62,96460.00,96450.0,96455.01,1.5\n";

    @TempDir
    private Path folder;

    private final BarFeed feed = new BarFeed(InstrumentCatalogue.read(Path.of("rules", "instruments.yaml")));

    @Test
    void a_good_file_gives_every_row_with_its_line_and_bytes() throws IOException {
        List<ReadBar> read = read("BTCUSDT-1m.csv", HEADER + ROW_1 + ROW_2);
        assertThat(read).hasSize(2);
        ReadBar.Good first = (ReadBar.Good) read.get(0);
        assertThat(first.bar()).isEqualTo(new Bar(new InstrumentId("BTCUSDT"), 1_733_007_600_000L, 9_646_611_000_000L,
                9_649_552_000_000L, 9_644_000_000_000L, 9_644_000_000_000L, 661_580_000L));
        assertThat(first.sourceLine()).isEqualTo(2);
        assertThat(new String(first.rawBytes(), StandardCharsets.US_ASCII)).isEqualTo(ROW_1.strip());
    }

    @Test
    void the_same_file_compressed_gives_the_same_bars() throws IOException {
        List<Bar> plain = bars(read("BTCUSDT-1m.csv", HEADER + ROW_1 + ROW_2));
        assertThat(bars(read("binance-spot_BTCUSDT_1m_x.csv.gz", HEADER + ROW_1 + ROW_2))).isEqualTo(plain).hasSize(2);
    }

    @Test
    void carriage_returns_quotes_blanks_other_columns_and_a_missing_last_line_end_are_borne() throws IOException {
        String text = "\uFEFF\"ts\",note,Close,Open,High,Low,Volume\r\n1733007600000,x, 3 ,\"2\",4,1,0.5\r\n\r\n"
                + "1733007660000,y,3,2,4,1,0.5";
        assertThat(bars(read("BTCUSDT.csv", text))).extracting(Bar::openE8, Bar::highE8, Bar::lowE8, Bar::closeE8)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2 * FixedPoint.ONE, 4 * FixedPoint.ONE,
                        FixedPoint.ONE, 3 * FixedPoint.ONE), org.assertj.core.groups.Tuple.tuple(2 * FixedPoint.ONE,
                        4 * FixedPoint.ONE, FixedPoint.ONE, 3 * FixedPoint.ONE));
    }

    @Test
    void an_exchange_dump_without_header_is_read_in_milliseconds_and_in_microseconds() throws IOException {
        String rest = ",96466.11,96495.52,96440.0,96440.0,6.6158,1733007659999,638000.1,1500,3.2,308000.5,0\n";
        List<ReadBar> read = read("BTCUSDT-1m-2024-12.csv", "1733007600000" + rest + "1733007660000000" + rest);
        assertThat(bars(read)).extracting(Bar::openTimeMs).containsExactly(1_733_007_600_000L, 1_733_007_660_000L);
        assertThat(((ReadBar.Good) read.get(0)).sourceLine()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1733007660000,96440.01,96454.62,96422.0,96454.62|MISSING_FIELD|no volume: the row has 5 fields",
        "1733007660000,abc,96454.62,96422.0,96454.62,7|NOT_A_NUMBER|open is not a number: 'abc'",
        "1733007660000,,96454.62,96422.0,96454.62,7|NOT_A_NUMBER|open is not a number: ''",
        "1733007660000,96440.01,NaN,96422.0,96454.62,7|NOT_A_NUMBER|high is not a number: 'NaN'",
        "2024-12-01 00:00,96440.01,96454.62,96422.0,96454.62,7|NOT_A_NUMBER|open time is not a number",
        "1733007660,96440.01,96454.62,96422.0,96454.62,7|OUT_OF_RANGE|open time is out of range: '1733007660'",
        "1733007660000,96440.01,99999999999999.5,96422.0,96454.62,7|OUT_OF_RANGE|high is out of range",
        "1733007660000,96440.01,1e999999999,96422.0,96454.62,7|OUT_OF_RANGE|high is out of range: '1e999999999'",
        "1733007660000,96440.01,96420.0,96422.0,96421.0,7|HIGH_BELOW_LOW|high 96420 is below low 96422",
        "1733007660000,96480.0,96454.62,96422.0,96454.62,7|OUTSIDE_RANGE|open 96480 lies outside 96422 to 96454.62",
        "1733007660000,96440.01,96454.62,96422.0,96421.99,7|OUTSIDE_RANGE|close 96421.99 lies outside",
        "1733007660000,96440.01,96454.62,0,96454.62,7|NEGATIVE|low must be positive, is 0",
        "1733007660000,96440.01,96454.62,-1,96454.62,7|NEGATIVE|low must be positive, is -1",
        "1733007660000,96440.01,96454.62,96422.0,96454.62,-7|NEGATIVE|volume must be zero or more, is -7",
        "1733007600000,96440.01,96454.62,96422.0,96454.62,7|TIME_REPEATED|open time 1733007600000 was there already",
        "1733007540000,96440.01,96454.62,96422.0,96454.62,7|TIME_BACKWARDS|open time goes back from 1733007600000"})
    void a_bad_row_is_told_with_its_line_and_the_rows_around_it_are_kept(String row, RefusalCode code, String says)
            throws IOException {
        List<ReadBar> read = read("BTCUSDT.csv", HEADER + ROW_1 + row + "\n" + ROW_3);
        assertThat(read).hasSize(3);
        ReadBar.Refused refused = (ReadBar.Refused) read.get(1);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.text()).startsWith("BTCUSDT.csv:3: ").contains(says).endsWith("; row left out");
        assertThat(bars(read)).extracting(Bar::openTimeMs).containsExactly(1_733_007_600_000L, 1_733_007_720_000L);
    }

    @Test
    void exponents_and_more_than_eight_decimals_are_read() throws IOException {
        List<ReadBar> read = read("DOGEUSDT.csv", HEADER
                + "1733007600000,1e-05,2.0E-5,0.00001,0.000012345649999,1.5e3\n");
        assertThat(bars(read)).extracting(Bar::openE8, Bar::highE8, Bar::closeE8, Bar::volumeE8)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1_000L, 2_000L, 1_235L, 150_000_000_000L));
    }

    @Test
    void an_over_long_line_is_passed_over() throws IOException {
        List<ReadBar> read = read("BTCUSDT.csv", HEADER + ROW_1 + "9".repeat(3_000_000) + "\n" + ROW_2);
        assertThat(read).hasSize(3);
        assertThat(((ReadBar.Refused) read.get(1)).code()).isEqualTo(RefusalCode.LINE_TOO_LONG);
        assertThat(((ReadBar.Good) read.get(2)).sourceLine()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "BTCUSDT.csv|''|EMPTY_FILE|BTCUSDT.csv:1: the file is empty; file left out",
        "BTCUSDT.csv|'open_time_ms,open,high,low,close,volume'|EMPTY_FILE|the file has a header and no row",
        "BTCUSDT.csv|'open_time_ms,open,high,low,close'|MISSING_COLUMN|no column volume in the header",
        "BTCUSDT.csv|'1733007600000,1,1,1,1,1'|MISSING_COLUMN|no column open_time_ms, open, high, low, close, volume",
        "NOTHING.csv|'open_time_ms,open,high,low,close,volume'|UNKNOWN_INSTRUMENT|looked for NOTHING",
        "BTCUSDT_15m.csv|'open_time_ms,open,high,low,close,volume'|UNSUPPORTED_INTERVAL|bars of 15m"})
    void a_file_that_cannot_be_used_is_told_in_one_line(String name, String text, RefusalCode code, String says)
            throws IOException {
        List<ReadBar> read = read(name, text);
        assertThat(read).hasSize(1);
        ReadBar.Refused refused = (ReadBar.Refused) read.get(0);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.text()).startsWith(name + ":").contains(says).endsWith("; file left out");
    }

    @Test
    void a_file_named_gz_that_is_not_gzip_is_told() throws IOException {
        Files.writeString(folder.resolve("BTCUSDT.csv.gz"), HEADER + ROW_1);
        assertThat(refusals(folder.resolve("BTCUSDT.csv.gz"))).containsExactly(
                "BTCUSDT.csv.gz:1: named .gz but is not gzip; file left out");
    }

    @Test
    void a_cut_gzip_file_gives_the_rows_before_the_cut_and_says_so() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        Draw draw = new Draw(1);
        for (int i = 0; i < 5_000; i++) {
            text.append(1_733_007_600_000L + i * 60_000L).append(",1,2,1,1.5,").append(draw.uniform()).append('\n');
        }
        byte[] whole = gzip(text.toString());
        Path file = folder.resolve("BTCUSDT.csv.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        List<ReadBar> read = all(feed.open(file));
        ReadBar.Refused last = (ReadBar.Refused) read.get(read.size() - 1);
        assertThat(last.code()).isEqualTo(RefusalCode.TRUNCATED_GZIP);
        assertThat(last.text()).endsWith("the compressed file is cut or damaged here; the rows before it are kept");
        assertThat(bars(read)).hasSizeBetween(2_000, 3_000);
        assertThat(last.sourceLine()).isGreaterThan(bars(read).size());
    }

    @Test
    void a_file_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> feed.open(folder.resolve("BTCUSDT.csv"))).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("BTCUSDT.csv");
    }

    @Test
    void a_folder_is_one_stream_in_time_order_then_by_instrument() throws IOException {
        write("b_ETHUSDT_1m.csv", HEADER + ROW_1 + ROW_3);
        write("a_BTCUSDT_1m.csv.gz", HEADER + ROW_1 + ROW_2);
        write("broken_SOLUSDT_1m.csv", "nothing");
        write("readme.txt", "no bars");
        List<ReadBar> read = all(feed.open(folder));
        assertThat(bars(read)).extracting(bar -> bar.instrument() + "@" + bar.openTimeMs()).containsExactly(
                "BTCUSDT@1733007600000", "ETHUSDT@1733007600000", "BTCUSDT@1733007660000", "ETHUSDT@1733007720000");
        assertThat(read).filteredOn(ReadBar.Refused.class::isInstance).hasSize(1);
        assertThat(all(feed.open(folder)).stream().map(BarFeedTest::text)).isEqualTo(read.stream()
                .map(BarFeedTest::text)
                .toList());
    }

    @Test
    void random_bytes_never_break_the_reader() throws IOException {
        long seed = Long.getLong("seed", 99L);
        byte[] good = (HEADER + ROW_1 + ROW_2 + ROW_3).getBytes(StandardCharsets.US_ASCII);
        for (int round = 0; round < 500; round++) {
            Draw draw = new Draw(seed + round);
            byte[] bytes = good.clone();
            for (int i = 0; i < 1 + round % 20; i++) {
                bytes[(int) (draw.uniform() * (bytes.length - 1))] = (byte) draw.bits();
            }
            Path file = folder.resolve(round % 2 == 0 ? "BTCUSDT.csv" : "ETHUSDT.csv");
            Files.write(file, bytes);
            for (ReadBar read : all(feed.open(file))) {
                assertThat(read.sourceLine()).as("seed %d", seed + round).isPositive();
                if (read instanceof ReadBar.Refused refused) {
                    assertThat(refused.text()).as("seed %d", seed + round).matches("[ -~]+");
                }
            }
        }
    }

    @Test
    void what_is_written_reads_back_as_the_same_bars() throws IOException {
        GeneratedMarket market = new GeneratedMarket(3, 1_767_225_600_000L, 300, List.of(new GeneratedMarket.Listing(
                new InstrumentId("XRPUSDT"), FixedPoint.parse("2.2"), FixedPoint.parse("0.0001"), List.of())));
        assertThat(feed.write(feed.generated(market), folder)).containsEntry(new InstrumentId("XRPUSDT"), 300L);
        assertThat(bars(all(feed.open(folder)))).isEqualTo(bars(all(feed.generated(market))));
    }

    @ParameterizedTest
    @CsvSource({"binance-spot_BTCUSDT_1m_privet1x-2024-12.csv.gz,BTCUSDT", "BTCUSDT-1m.csv,BTCUSDT",
            "btcusdt.csv,BTCUSDT",
        "BTC-USD_1m.csv,BTCUSD", "cme_ES-201312_1m_lean-nonconsecutive.csv.gz,ES", "cme_MNQ_1m_x-2025-03-27.csv.gz,MNQ",
        "coinbase_BTC-USD.csv,BTCUSD", "BTCUSDT-1m-2024-12.csv,BTCUSDT"})
    void the_file_name_tells_the_instrument(String name, String instrument) throws IOException {
        assertThat(bars(read(name, HEADER + ROW_1))).extracting(bar -> bar.instrument().value())
                .containsExactly(instrument);
    }

    private List<String> refusals(Path file) {
        return all(feed.open(file)).stream().map(read -> ((ReadBar.Refused) read).text()).toList();
    }

    private List<ReadBar> read(String name, String text) throws IOException {
        return all(feed.open(write(name, text)));
    }

    private Path write(String name, String text) throws IOException {
        byte[] bytes = name.endsWith(".gz") ? gzip(text) : text.getBytes(StandardCharsets.UTF_8);
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<ReadBar> all(BarStream stream) {
        List<ReadBar> read = new ArrayList<>();
        try (stream) {
            stream.forEachRemaining(read::add);
        }
        return read;
    }

    private static List<Bar> bars(List<ReadBar> read) {
        return read.stream().filter(ReadBar.Good.class::isInstance).map(found -> ((ReadBar.Good) found).bar()).toList();
    }

    private static String text(ReadBar read) {
        return read instanceof ReadBar.Refused refused ? refused.text() : ((ReadBar.Good) read).bar().toString();
    }
}
