package org.portcullis.market;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bars in event time, one after the other, read as they are asked for. Closing it releases its files; it may be closed
 * early and more than once.
 */
public interface BarStream extends Iterator<ReadBar>, AutoCloseable {

    /**
     * The next bar alone, for who does not want the row that it came from; much the cheaper way.
     *
     * @param refused hears of everything that was left out before it
     * @return nothing when there are no more
     */
    default @Nullable Bar nextBar(Consumer<ReadBar.Refused> refused) {
        while (hasNext()) {
            ReadBar row = next();
            if (row instanceof ReadBar.Good good) {
                return good.bar();
            }
            refused.accept((ReadBar.Refused) row);
        }
        return null;
    }

    @Override
    void close();
}
