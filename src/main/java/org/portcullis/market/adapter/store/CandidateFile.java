package org.portcullis.market.adapter.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Candidate;
import org.portcullis.market.Tier;
import org.portcullis.market.TradingStatus;

/** Reads candidates to try a universe on (B-D6), one symbol a line. */
public final class CandidateFile {

    private static final List<String> COLUMNS = List.of("symbol", "status", "quote_volume", "spread_bps", "age_days",
            "tick_bps", "volatility_pct", "banned_hours");
    /** Figures that somebody writes down are taken for those of a whole day. */
    private static final int BARS = 24 * 60;

    private CandidateFile() {
    }

    /**
     * Reads every line below the header; an empty spread or volatility is unknown.
     *
     * @throws IllegalArgumentException naming file and line, when it cannot be used
     * @throws UncheckedIOException     when it cannot be read
     */
    public static List<Candidate> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !cells(lines.get(0)).equals(COLUMNS)) {
                throw new IllegalArgumentException(file + ":1: the first line must be " + String.join(",", COLUMNS));
            }
            List<Candidate> candidates = new ArrayList<>();
            Set<InstrumentId> seen = new HashSet<>();
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    candidates.add(candidate(file, i + 1, cells(lines.get(i)), seen));
                }
            }
            return candidates;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    private static Candidate candidate(Path file, int line, List<String> cells, Set<InstrumentId> seen) {
        try {
            if (cells.size() != COLUMNS.size()) {
                throw new IllegalArgumentException("has " + cells.size() + " cells, not " + COLUMNS.size());
            }
            InstrumentId id = new InstrumentId(cells.get(0));
            if (!seen.add(id)) {
                throw new IllegalArgumentException(id + " is given twice");
            }
            boolean volatilityKnown = !cells.get(6).isEmpty();
            boolean spreadKnown = !cells.get(3).isEmpty();
            return new Candidate(id, Tier.NONE, TradingStatus.valueOf(cells.get(1)), 0, false, number(cells, 7), BARS,
                    number(cells, 2), spreadKnown, spreadKnown ? number(cells, 3) : 0, number(cells, 4),
                    number(cells, 5), volatilityKnown, volatilityKnown ? number(cells, 6) : 0);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(file + ":" + line + ": " + unusable.getMessage(), unusable);
        }
    }

    private static double number(List<String> cells, int column) {
        try {
            return Double.parseDouble(cells.get(column));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(COLUMNS.get(column) + " is no number: " + cells.get(column), noNumber);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
