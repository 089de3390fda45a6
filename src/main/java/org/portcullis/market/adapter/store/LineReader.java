package org.portcullis.market.adapter.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream of bytes into lines without making objects. A line longer than the bound is passed over, so that no
 * file can fill the memory. Used by one thread.
 */
final class LineReader {

    /** Longest line kept, in bytes. */
    static final int LINE_BYTES_MAX = 1_024;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private int next;
    private boolean ended;
    private int from;
    private int to;
    private boolean tooLong;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        tooLong = false;
        int scan = next;
        while (true) {
            while (scan < filled) {
                if (buffer[scan] == '\n') {
                    return found(scan, scan + 1);
                }
                scan++;
            }
            if (scan - next > LINE_BYTES_MAX) {
                tooLong = true;
                next = scan;
            }
            if (ended) {
                return next < filled || tooLong ? found(filled, filled) : false;
            }
            scan -= refill();
        }
    }

    /** Where the bytes of the next line begin, of which {@link #limit} may cut the end off. */
    int start() {
        return next;
    }

    /** How far bytes are there; more may follow. */
    int limit() {
        return filled;
    }

    /** Goes past the next line without looking at it. */
    void skipTo(int following) {
        next = following;
    }

    /** Where the bytes of the line are. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** True when the line was longer than the bound: its bytes are not kept. */
    boolean tooLong() {
        return tooLong;
    }

    private boolean found(int end, int following) {
        from = next;
        to = end > next && buffer[end - 1] == '\r' ? end - 1 : end;
        tooLong |= to - from > LINE_BYTES_MAX;
        next = following;
        return true;
    }

    /** Moves what is unread to the front and reads more; by how much it moved. */
    private int refill() throws IOException {
        int moved = next;
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= moved;
        next = 0;
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
        } else {
            filled += read;
        }
        return moved;
    }
}
