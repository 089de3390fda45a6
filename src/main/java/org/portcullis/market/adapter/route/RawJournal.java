package org.portcullis.market.adapter.route;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Header;
import org.portcullis.journal.Journal;
import org.portcullis.journal.JournalReader;
import org.portcullis.journal.JournalRecord;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.ReadBar;

/** Writes down every row as its source gave it, on the disk before anything is done with it. */
public class RawJournal {

    /** Other streams write into the same journal; the feed's last record is within so many of the end. */
    private static final int LOOK_BACK_RECORDS = 2_000;

    private final Journal journal;
    private long keptUpToMs;

    RawJournal(Journal journal, String feed) {
        this.journal = journal;
        this.keptUpToMs = JournalReader.tail(journal.folder(), LOOK_BACK_RECORDS).stream()
                .filter(record -> record.stream().equals(feed)).mapToLong(JournalRecord::eventTimeMs).max()
                .orElse(Long.MIN_VALUE);
    }

    /** Keeps a frame's rows; those that a process before this one has kept are not written again. */
    public void keep(MarketFrame frame, @Header(ReplayConsumer.ROWS) List<ReadBar.Good> rows) {
        if (frame.warmUp() || frame.openTimeMs() <= keptUpToMs) {
            return;
        }
        List<byte[]> bodies = new ArrayList<>(rows.size());
        for (ReadBar.Good row : rows) {
            bodies.add((row.bar().instrument() + "," + new String(row.rawBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
        }
        journal.append(frame.feed(), frame.openTimeMs(), bodies);
        journal.sync();
    }
}
