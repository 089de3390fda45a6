package org.portcullis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.portcullis.market.ReferenceBars;

/** One daily bar of a published series. */
record ReferenceDay(double open, double high, double low, double close, double volume) {

    /** The bars of a file with a header and the columns time, open, high, low, close, volume. */
    static List<ReferenceDay> read(String file) throws IOException {
        return Files.readAllLines(ReferenceBars.file(file)).stream().skip(1).map(line -> line.split(","))
                .map(cells -> new ReferenceDay(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5])))
                .toList();
    }
}
