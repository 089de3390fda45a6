package org.portcullis.market;

import java.util.Iterator;

/**
 * Bars in event time, one after the other, read as they are asked for. Closing it releases its files; it may be closed
 * early and more than once.
 */
public interface BarStream extends Iterator<ReadBar>, AutoCloseable {

    @Override
    void close();
}
