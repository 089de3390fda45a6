package org.portcullis.market;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.store.BarFolder;
import org.portcullis.market.domain.BarGenerator;
import org.portcullis.market.domain.MergedBars;

/** Door through which historical and generated bars come in, always as one stream in event time. */
public final class BarFeed {

    private final InstrumentCatalogue catalogue;

    public BarFeed(InstrumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Opens a file of minute bars ({@code .csv} or {@code .csv.gz}), or a folder of them.
     *
     * @return its bars, with everything that had to be left out told in its place
     * @throws java.io.UncheckedIOException when it is not there or may not be read
     */
    public BarStream open(Path fileOrFolder) {
        return BarFolder.fileOrFolder(fileOrFolder, catalogue, null);
    }

    /**
     * The files of bars that are there, by instrument, so that each can be read by itself; a file that does not name
     * one of the catalogue is listed under nothing, and reading it tells why.
     *
     * @throws java.io.UncheckedIOException when it is not there or may not be read
     */
    public Map<Optional<InstrumentId>, List<Path>> files(Path fileOrFolder) {
        return BarFolder.files(fileOrFolder, catalogue);
    }

    /** These files as one stream in event time. */
    public BarStream open(List<Path> files) {
        List<BarStream> streams = files.stream().map(file -> BarFolder.fileOrFolder(file, catalogue, null)).toList();
        return streams.size() == 1 ? streams.get(0) : new MergedBars(streams);
    }

    /** The same where every row is of that instrument, whatever the names of the files say. */
    public BarStream open(Path fileOrFolder, InstrumentId instrument) {
        return BarFolder.fileOrFolder(fileOrFolder, catalogue, instrument);
    }

    /** The bars of a generated market. */
    public BarStream generated(GeneratedMarket market) {
        return new MergedBars(market.instruments().stream().map(listing -> new BarGenerator(market, listing)).toList());
    }

    /** Writes the good bars of a stream into a folder, one file per instrument; the rows written for each. */
    public Map<InstrumentId, Long> write(BarStream bars, Path folder) {
        return BarFolder.write(bars, folder);
    }
}
