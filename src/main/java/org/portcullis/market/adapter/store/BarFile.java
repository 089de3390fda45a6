package org.portcullis.market.adapter.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarStream;
import org.portcullis.market.Bar;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ReadBar;
import org.portcullis.market.RefusalCode;
import org.portcullis.market.domain.BarLayout;
import org.portcullis.market.domain.BarName;
import org.portcullis.market.domain.BarRow;

/**
 * One file of minute bars, plain or gzip, read row by row. Whatever is wrong with a row or with the whole file comes
 * out as {@link ReadBar.Refused}; the good rows before and after it are kept.
 */
public final class BarFile implements BarStream {

    private static final String INTERVAL = "1m";
    private static final String ROW_LEFT_OUT = "row left out";
    private static final String FILE_LEFT_OUT = "file left out";

    private final Path file;
    private final String name;
    private @Nullable InputStream in;
    private @Nullable LineReader lines;
    private @Nullable BarRow rows;
    private @Nullable ReadBar ahead;
    private long line;

    private BarFile(Path file) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
    }

    /**
     * Opens a file.
     *
     * @throws UncheckedIOException when it is not there or may not be read
     */
    public static BarFile open(Path file, InstrumentCatalogue catalogue) {
        return open(file, catalogue, null);
    }

    /**
     * Opens a file whose instrument somebody tells, whatever its name says.
     *
     * @param told of which instrument its rows are; nothing for what the name says
     */
    static BarFile open(Path file, InstrumentCatalogue catalogue, @Nullable InstrumentId told) {
        BarFile opened = new BarFile(file);
        opened.ahead = opened.begin(catalogue, told);
        return opened;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && lines != null) {
            ahead = read();
        }
        return ahead != null;
    }

    @Override
    public ReadBar next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no more bars in " + file);
        }
        ReadBar found = ahead;
        ahead = null;
        return found;
    }

    @Override
    public @Nullable Bar nextBar(Consumer<ReadBar.Refused> refused) {
        LineReader reader = lines;
        BarRow parser = rows;
        if (ahead == null && reader != null && parser != null) {
            int end = parser.plain(reader.bytes(), reader.start(), reader.limit());
            if (end >= 0) {
                reader.skipTo(end);
                line++;
                return parser.bar();
            }
        }
        return nextGood(refused);
    }

    private @Nullable Bar nextGood(Consumer<ReadBar.Refused> refused) {
        while (hasNext()) {
            ReadBar found = next();
            if (found instanceof ReadBar.Good good) {
                return good.bar();
            }
            refused.accept((ReadBar.Refused) found);
        }
        return null;
    }

    @Override
    public void close() {
        lines = null;
        if (in != null) {
            try {
                in.close();
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot close " + file, failed);
            }
            in = null;
        }
    }

    private @Nullable ReadBar begin(InstrumentCatalogue catalogue, @Nullable InstrumentId named) {
        BarName told = BarName.of(name);
        Optional<InstrumentId> instrument = named == null ? told.instrument(catalogue) : Optional.of(named);
        if (!told.interval().isEmpty() && !told.interval().equals(INTERVAL)) {
            return whole(RefusalCode.UNSUPPORTED_INTERVAL, "the name tells bars of " + told.interval() + ", only "
                    + INTERVAL + " bars are read");
        }
        if (instrument.isEmpty()) {
            return whole(RefusalCode.UNKNOWN_INSTRUMENT, "the name tells none of the instruments in"
                    + " rules/instruments.yaml (looked for " + told.symbols().get(0) + ")");
        }
        try {
            in = bytes();
        } catch (ZipException notGzip) {
            return whole(RefusalCode.NOT_GZIP, "named .gz but is not gzip");
        } catch (EOFException empty) {
            return file.toFile().length() == 0 ? whole(RefusalCode.EMPTY_FILE, "the file is empty")
                    : whole(RefusalCode.TRUNCATED_GZIP, "the compressed file ends inside its own header");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
        lines = new LineReader(in);
        return header(instrument.get());
    }

    private @Nullable ReadBar header(InstrumentId instrument) {
        ReadBar trouble = advance();
        LineReader reader = lines;
        if (trouble != null || reader == null) {
            return trouble != null ? trouble : whole(RefusalCode.EMPTY_FILE, "the file is empty");
        }
        BarLayout layout = reader.tooLong() ? null : BarLayout.of(reader.bytes(), reader.from(), reader.to());
        if (layout == null) {
            return whole(RefusalCode.MISSING_COLUMN, "no column " + String.join(", ",
                    BarLayout.missing(reader.bytes(), reader.from(), reader.to())) + " in the header "
                    + BarRow.printable(reader.bytes(), reader.from(), reader.to()));
        }
        rows = new BarRow(instrument, layout);
        if (!layout.hasHeader()) {
            return row(reader, rows);
        }
        ReadBar first = read();
        return first == null ? whole(RefusalCode.EMPTY_FILE, "the file has a header and no row") : first;
    }

    private @Nullable ReadBar read() {
        while (lines != null) {
            ReadBar trouble = advance();
            LineReader reader = lines;
            if (trouble != null || reader == null || rows == null) {
                return trouble;
            }
            // an empty line is no row
            if (reader.to() > reader.from() || reader.tooLong()) {
                return row(reader, rows);
            }
        }
        return null;
    }

    private ReadBar row(LineReader reader, BarRow parser) {
        if (reader.tooLong()) {
            return refused(RefusalCode.LINE_TOO_LONG, "the row has more than " + LineReader.LINE_BYTES_MAX + " bytes",
                    ROW_LEFT_OUT);
        }
        BarRow.Fault fault = parser.read(reader.bytes(), reader.from(), reader.to());
        if (fault != null) {
            return refused(fault.code(), fault.message(), ROW_LEFT_OUT);
        }
        byte[] raw = Arrays.copyOfRange(reader.bytes(), reader.from(), reader.to());
        return new ReadBar.Good(parser.bar(), name, line, raw);
    }

    /** Goes to the next line; at the end, or when the storage fails, the reader is gone. */
    private @Nullable ReadBar advance() {
        LineReader reader = lines;
        if (reader == null) {
            return null;
        }
        line++;
        try {
            if (!reader.next()) {
                close();
            }
            return null;
        } catch (EOFException | ZipException cut) {
            close();
            return refused(RefusalCode.TRUNCATED_GZIP, "the compressed file is cut or damaged here",
                    "the rows before it are kept");
        } catch (IOException failed) {
            close();
            return refused(RefusalCode.UNREADABLE, "reading failed: " + failed.getMessage(),
                    "the rows before it are kept");
        }
    }

    private ReadBar whole(RefusalCode code, String message) {
        close();
        line = Math.max(line, 1);
        return refused(code, message, FILE_LEFT_OUT);
    }

    private ReadBar refused(RefusalCode code, String message, String done) {
        return new ReadBar.Refused(name, line, code, message, done);
    }

    private InputStream bytes() throws IOException {
        InputStream raw = Files.newInputStream(file);
        if (!name.endsWith(".gz")) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw, 1 << 16);
        } catch (IOException failed) {
            raw.close();
            throw failed;
        }
    }
}
