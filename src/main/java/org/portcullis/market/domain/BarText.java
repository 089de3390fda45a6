package org.portcullis.market.domain;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;

/** A bar as a row of text, as the reader takes it. */
public final class BarText {

    /** The first line of every file of bars we write. */
    public static final String HEADER = "open_time_ms,open,high,low,close,volume";

    private BarText() {
    }

    /** The row of that bar, without line end. */
    public static String line(Bar bar) {
        return bar.openTimeMs() + "," + FixedPoint.format(bar.openE8()) + "," + FixedPoint.format(bar.highE8()) + ","
                + FixedPoint.format(bar.lowE8()) + "," + FixedPoint.format(bar.closeE8()) + ","
                + FixedPoint.format(bar.volumeE8());
    }
}
