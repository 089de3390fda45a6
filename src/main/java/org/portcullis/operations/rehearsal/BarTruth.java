package org.portcullis.operations.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.journal.JournalReader;
import org.portcullis.journal.JournalRecord;

/**
 * The bars of the files and those of the raw journal, as {@code SYMBOL,row} with how often each is there.
 *
 * @param file rows of the files
 * @param kept rows of the journal
 */
public record BarTruth(Map<String, Integer> file, Map<String, Integer> kept) {

    private static final String SUFFIX = "-1m.csv";
    private static final long MINUTE_MS = 60_000;

    /** Reads the bar files of a folder and the journal of a home. */
    public static BarTruth read(Path bars, Path journal) {
        Map<String, Integer> file = new TreeMap<>();
        Map<String, Integer> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(bars)) {
            for (Path symbol : files.filter(name -> name.toString().endsWith(SUFFIX)).toList()) {
                String name = symbol.getFileName().toString().replace(SUFFIX, "");
                rows(symbol).forEach(row -> file.merge(name + "," + row, 1, Integer::sum));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read bars of " + bars, unreadable);
        }
        try (JournalReader records = JournalReader.from(journal, 1)) {
            while (records.hasNext()) {
                JournalRecord record = records.next();
                if (record.stream().startsWith("replay-")) {
                    kept.merge(record.text().strip(), 1, Integer::sum);
                }
            }
        }
        return new BarTruth(file, kept);
    }

    /** Rows that go back in time or that no market can have are refused by everybody who reads the file: no bars. */
    private static List<String> rows(Path symbol) throws IOException {
        List<String> rows = new ArrayList<>();
        long newestMs = 0;
        for (String row : Files.readAllLines(symbol)) {
            if (!row.isBlank() && Character.isDigit(row.charAt(0))) {
                long openTimeMs = Long.parseLong(row.substring(0, row.indexOf(',')));
                if (openTimeMs > newestMs && possible(row.strip().split(","))) {
                    rows.add(row.strip());
                    newestMs = openTimeMs;
                }
            }
        }
        return rows;
    }

    private static boolean possible(String[] row) {
        BigDecimal open = new BigDecimal(row[1]);
        BigDecimal high = new BigDecimal(row[2]);
        BigDecimal low = new BigDecimal(row[3]);
        BigDecimal close = new BigDecimal(row[4]);
        return low.signum() > 0 && low.compareTo(open.min(close)) <= 0 && high.compareTo(open.max(close)) >= 0
                && new BigDecimal(row[5]).signum() >= 0;
    }

    /** How many bars the files hold. */
    public int bars() {
        return file.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** When the newest bar of the files closes, UTC milliseconds; no event of the replay is later. */
    public long endMs() {
        return file.keySet().stream().mapToLong(row -> Long.parseLong(row.split(",", 3)[1])).max().orElse(0)
                + MINUTE_MS;
    }

    /** How many bars the journal holds. */
    public int recorded() {
        return kept.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * What is in the journal twice or was never in the files; with {@code all}, also what is missing in the journal.
     */
    public List<String> breaches(boolean all) {
        List<String> breaches = new ArrayList<>();
        kept.forEach((row, times) -> {
            int wanted = file.getOrDefault(row, 0);
            if (times > wanted) {
                breaches.add("bar " + row + " is " + times + " times in the journal, " + wanted
                        + " times in the files");
            }
        });
        if (all) {
            file.forEach((row, times) -> {
                if (kept.getOrDefault(row, 0) < times) {
                    breaches.add("bar " + row + " is not in the journal");
                }
            });
        }
        return breaches;
    }
}
