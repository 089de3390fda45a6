package org.portcullis.walk;

import java.nio.file.Path;
import java.time.Instant;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;

/** Files of generated bars for walks. */
public final class Bars {

    private static final long START_MS = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

    private Bars() {
    }

    /** Writes so many minutes of the demonstration's market, with all its bad ticks and holes, into the folder. */
    public static Path generated(Path folder, long seed, int minutes) {
        BarFeed feed = new BarFeed(InstrumentCatalogue.read(Path.of("rules/instruments.yaml")));
        try (BarStream bars = feed.generated(GeneratedMarket.demo(seed, START_MS, minutes))) {
            feed.write(bars, folder);
        }
        return folder;
    }
}
