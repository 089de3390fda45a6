package org.portcullis.conformance;

import java.util.List;

/** Every published source we compare ourselves with, in the order of the table; add yours here. */
final class ConformanceSources {

    private ConformanceSources() {
    }

    static List<ConformanceSource> all() {
        return List.of(
                new SkenderIndicators(),
                new SkenderCatalogue(),
                new TaLibIndicators(),
                new SmcLibrary(),
                new LightGbmModels(),
                new BinanceRecordings());
    }
}
