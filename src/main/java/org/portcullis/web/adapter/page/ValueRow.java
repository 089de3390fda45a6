package org.portcullis.web.adapter.page;

import java.time.Instant;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.market.Bar;

/** One bar as a row of the table that says in text what the chart draws. */
record ValueRow(Instant openedAt, Price open, Price high, Price low, Price close, Quantity volume) {

    static ValueRow of(Bar bar) {
        return new ValueRow(Instant.ofEpochMilli(bar.openTimeMs()), new Price(bar.openE8()), new Price(bar.highE8()),
                new Price(bar.lowE8()), new Price(bar.closeE8()), new Quantity(bar.volumeE8()));
    }
}
