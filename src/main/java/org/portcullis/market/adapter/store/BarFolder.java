package org.portcullis.market.adapter.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarStream;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ReadBar;
import org.portcullis.market.domain.BarName;
import org.portcullis.market.domain.BarText;
import org.portcullis.market.domain.MergedBars;

/** A folder with files of bars: read as one stream in event time, or written, one file per instrument. */
public final class BarFolder {

    private BarFolder() {
    }

    /** All {@code .csv} and {@code .csv.gz} files directly in the folder, merged; other files are not looked at. */
    public static BarStream open(Path folder, InstrumentCatalogue catalogue) {
        return open(folder, catalogue, null);
    }

    /** The files that {@link #open} would merge, by the instrument that each names. */
    public static Map<Optional<InstrumentId>, List<Path>> files(Path fileOrFolder, InstrumentCatalogue catalogue) {
        Map<Optional<InstrumentId>, List<Path>> files = new LinkedHashMap<>();
        for (Path file : Files.isDirectory(fileOrFolder) ? listed(fileOrFolder) : List.of(fileOrFolder)) {
            files.computeIfAbsent(BarName.of(String.valueOf(file.getFileName())).instrument(catalogue),
                    name -> new ArrayList<>()).add(file);
        }
        return files;
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile).filter(file -> BarName.isBarFile(file.getFileName().toString()))
                    .sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    private static BarStream open(Path folder, InstrumentCatalogue catalogue, @Nullable InstrumentId told) {
        return new MergedBars(listed(folder).stream().map(file -> BarFile.open(file, catalogue, told)).toList());
    }

    /** A file, or a folder of them, whose rows are all of that instrument; nothing for what each name says. */
    public static BarStream fileOrFolder(Path path, InstrumentCatalogue catalogue, @Nullable InstrumentId told) {
        return Files.isDirectory(path) ? open(path, catalogue, told) : BarFile.open(path, catalogue, told);
    }

    /** Writes every good bar of the stream into {@code SYMBOL-1m.csv} in the folder; how many rows each symbol got. */
    public static Map<InstrumentId, Long> write(BarStream bars, Path folder) {
        Map<InstrumentId, BufferedWriter> writers = new LinkedHashMap<>();
        Map<InstrumentId, Long> rows = new TreeMap<>();
        try {
            Files.createDirectories(folder);
            try {
                while (bars.hasNext()) {
                    if (bars.next() instanceof ReadBar.Good good) {
                        writer(writers, folder, good.bar().instrument()).append(BarText.line(good.bar())).append('\n');
                        rows.merge(good.bar().instrument(), 1L, Long::sum);
                    }
                }
            } finally {
                for (BufferedWriter writer : writers.values()) {
                    writer.close();
                }
            }
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write bars to " + folder, failed);
        }
    }

    private static BufferedWriter writer(Map<InstrumentId, BufferedWriter> writers, Path folder,
            InstrumentId instrument)
            throws IOException {
        BufferedWriter writer = writers.get(instrument);
        if (writer == null) {
            writer = Files.newBufferedWriter(folder.resolve(instrument + "-1m.csv"));
            writers.put(instrument, writer);
            writer.append(BarText.HEADER).append('\n');
        }
        return writer;
    }
}
