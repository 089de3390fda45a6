package org.portcullis.venue.wire;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.MarketEvent;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamTrouble;

/** Collects what one frame meant while it is read. */
public final class Hearing {

    private final List<MarketEvent> events = new ArrayList<>(4);
    private final List<String> replies = new ArrayList<>(0);
    private final List<StreamTrouble> troubles = new ArrayList<>(0);
    private final List<InstrumentId> confirmed = new ArrayList<>(0);

    /** Something happened. */
    public void event(MarketEvent event) {
        events.add(event);
    }

    /** A frame to send back. */
    public void reply(String frame) {
        replies.add(frame);
    }

    /** The venue sends trades of the instrument from now on. */
    public void confirmed(InstrumentId instrument) {
        confirmed.add(instrument);
    }

    /** Something is wrong. */
    public void trouble(StreamTrouble trouble) {
        troubles.add(trouble);
    }

    /** Something is wrong; the text is made printable. */
    public void trouble(StreamTrouble.Code code, String about, String text) {
        troubles.add(new StreamTrouble(code, Printable.of(about), Printable.of(text)));
    }

    /** All of it. */
    public Heard heard() {
        return events.isEmpty() && replies.isEmpty() && troubles.isEmpty() && confirmed.isEmpty() ? Heard.NOTHING
                : new Heard(events, replies, troubles, false, confirmed);
    }
}
