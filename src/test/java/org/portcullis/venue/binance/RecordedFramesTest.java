package org.portcullis.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.market.ReferenceBars;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamTrouble;

/** Every frame that somebody recorded at Binance USD-M, counted by another way of looking at the same text. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordedFramesTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    /** What came of a recording. */
    private static final class Counts {
        private final Map<String, Integer> kinds = new TreeMap<>();
        private final Map<StreamTrouble.Code, Integer> troubles = new TreeMap<>();
        private int frames;
        private int nothing;

        void take(Heard heard) {
            frames++;
            nothing += heard.equals(Heard.NOTHING) ? 1 : 0;
            for (MarketEvent event : heard.events()) {
                kinds.merge(event.getClass().getSimpleName(), 1, Integer::sum);
            }
            heard.troubles().forEach(trouble -> troubles.merge(trouble.code(), 1, Integer::sum));
        }
    }

    @Test
    @DisplayName("S3-05 all 1,535 recorded frames of four contracts are events, changes of a book, or trouble")
    void all_recorded_frames_are_understood() throws IOException {
        Dialogue dialogue = Futures.dialogue(Futures.USDM, EnumSet.allOf(Channel.class), Futures.contract("SUSHI"),
                Futures.contract("CTK"), Futures.contract("AKRO"), Futures.contract("KEEP"));
        Counts counts = new Counts();
        List<String> lines = Recordings.frames();
        lines.forEach(line -> counts.take(dialogue.hear(line, 1)));
        assertThat(counts.frames).isEqualTo(1_535).isEqualTo(lines.size());
        assertThat(counts.kinds).containsExactlyInAnyOrderEntriesOf(Map.of(
                "Quote", occurrences(lines, "\"e\":\"bookTicker\""),
                "Trade", occurrences(lines, "\"e\":\"aggTrade\""),
                "VenueBar", occurrences(lines, "\"e\":\"kline\"")));
        assertThat(counts.kinds.values()).containsExactlyInAnyOrder(613, 91, 67);
        // no book has a snapshot: each contract asks for one once, its other changes wait
        assertThat(counts.troubles).containsExactly(Map.entry(StreamTrouble.Code.SEQUENCE_GAP, 4));
        assertThat(counts.nothing + 4).isEqualTo(occurrences(lines, "\"e\":\"depthUpdate\"")).isEqualTo(764);
    }

    @Test
    void books_of_four_contracts_equal_books_rebuilt_from_snapshot_and_changes() throws IOException {
        List<String> lines = Recordings.frames();
        for (String base : List.of("SUSHI", "CTK", "AKRO", "KEEP")) {
            String snapshot = Files.readString(ReferenceBars.file(
                    "protocol/binance/binance_futures_rest_depth_" + base + "USDT.json"));
            Dialogue dialogue = Futures.dialogue(Futures.USDM, EnumSet.of(Channel.BOOK), Futures.contract(base));
            RebuiltBook theirs = new RebuiltBook();
            int compared = 0;
            for (String frame : lines) {
                if (frame.contains("\"e\":\"depthUpdate\"") && frame.contains("\"" + base + "USDT\"")) {
                    if (compared++ == 0) {
                        dialogue.hear(frame, 1);
                        theirs.keep(frame);
                        dialogue.snapshot(new InstrumentId(base + "USDT"), snapshot, 1);
                        theirs.snapshot(snapshot);
                    } else {
                        // older than the snapshot: said and left out
                        assertThat(dialogue.hear(frame, 1).troubles())
                                .allMatch(trouble -> trouble.code() == StreamTrouble.Code.OUT_OF_ORDER);
                        theirs.change(frame);
                    }
                    same(dialogue.book(new InstrumentId(base + "USDT")), theirs);
                }
            }
            assertThat(compared).isGreaterThan(100);
        }
    }

    @Test
    @DisplayName("S3-05 345 s of BTCUSDT: nothing dropped, and the local book equals a rebuilt one after each change")
    void the_recorded_minutes_are_understood_and_their_book_equals_a_rebuilt_one() throws IOException {
        Dialogue dialogue = Futures.dialogue(Futures.USDM, EnumSet.allOf(Channel.class), Futures.contract("BTC"));
        RebuiltBook theirs = new RebuiltBook();
        Counts counts = new Counts();
        Map<String, Integer> said = new TreeMap<>();
        int[] compared = new int[1];
        Recordings.ticks(frame -> {
            if (!frame.startsWith("{\"stream\"")) {
                assertThat(dialogue.snapshot(BTC, frame, 1)).isEqualTo(Heard.NOTHING);
                theirs.snapshot(frame);
                said.merge("snapshot", 1, Integer::sum);
                return;
            }
            int kind = frame.indexOf("\"e\":\"") + 5;
            said.merge(frame.substring(kind, frame.indexOf('"', kind)), 1, Integer::sum);
            counts.take(dialogue.hear(frame, 1));
            if (frame.contains("\"e\":\"depthUpdate\"")) {
                theirs.change(frame);
                same(dialogue.book(BTC), theirs);
                compared[0] += theirs.live() ? 1 : 0;
            }
        });
        assertThat(said).containsExactlyInAnyOrderEntriesOf(
                Map.of("bookTicker", 66_089, "depthUpdate", 6_551, "trade", 21_313, "snapshot", 1));
        assertThat(counts.kinds).containsExactlyInAnyOrderEntriesOf(Map.of("Quote", 66_089, "Trade", 21_313));
        assertThat(counts.troubles).containsExactly(Map.entry(StreamTrouble.Code.SEQUENCE_GAP, 1));
        assertThat(counts.nothing + 1).isEqualTo(6_551);
        assertThat(compared[0]).isEqualTo(6_545);
    }

    @Test
    void quotes_of_the_local_book_are_told_where_the_connection_has_no_other() throws IOException {
        Dialogue dialogue = Futures.dialogue(Futures.USDM, EnumSet.of(Channel.BOOK), Futures.contract("BTC"));
        List<Quote> quotes = new ArrayList<>();
        Recordings.ticks(frame -> {
            Heard heard = frame.startsWith("{\"stream\"") ? frame.contains("@depth") ? dialogue.hear(frame, 1)
                    : Heard.NOTHING : dialogue.snapshot(BTC, frame, 1);
            heard.events().forEach(event -> quotes.add((Quote) event));
        });
        assertThat(quotes).hasSizeGreaterThan(1_000).allMatch(quote -> quote.bidE8() < quote.askE8());
        for (int i = 1; i < quotes.size(); i++) {
            assertThat(quotes.get(i).timeMs()).isGreaterThanOrEqualTo(quotes.get(i - 1).timeMs());
        }
    }

    private static void same(Optional<BookView> ours, RebuiltBook theirs) {
        assertThat(ours.isPresent()).isEqualTo(theirs.live());
        if (theirs.live()) {
            assertThat(theirs.differences(Side.BUY, ours.orElseThrow())).isEmpty();
            assertThat(theirs.differences(Side.SELL, ours.orElseThrow())).isEmpty();
        }
    }

    private static int occurrences(List<String> lines, String text) {
        return (int) lines.stream().filter(line -> line.contains(text)).count();
    }
}
