package org.portcullis.venue.adapter.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.journal.Journal;

/** Writes every frame down as it came, before anybody reads it; one sync a batch. */
public class StreamJournal {

    private final Journal journal;
    private final boolean syncEachBatch;

    StreamJournal(Journal journal, boolean syncEachBatch) {
        this.journal = journal;
        this.syncEachBatch = syncEachBatch;
    }

    /** Keeps the frames of a batch, each under the name of its connection and with the time of its receipt. */
    public void keep(StreamBatch batch) {
        List<byte[]> together = new ArrayList<>();
        Arrival.Frame before = null;
        for (Arrival arrival : batch.arrivals()) {
            if (arrival instanceof Arrival.Frame frame) {
                if (before != null && !sameRecord(before, frame)) {
                    append(before, together);
                    together.clear();
                }
                together.add(frame.text().getBytes(StandardCharsets.UTF_8));
                before = frame;
            }
        }
        if (before != null) {
            append(before, together);
            if (syncEachBatch) {
                journal.sync();
            }
        }
    }

    private void append(Arrival.Frame of, List<byte[]> bodies) {
        journal.append(of.session().name(), of.receivedAtMs(), bodies);
    }

    private static boolean sameRecord(Arrival.Frame one, Arrival.Frame other) {
        return one.receivedAtMs() == other.receivedAtMs() && one.session() == other.session();
    }
}
