package org.portcullis.market.domain;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.BarStream;
import org.portcullis.market.ReadBar;

/**
 * Several streams of bars as one: by open time, then by instrument, then by name of the source, so that the same files
 * always give the same order. What a source refuses is told when the source comes to it.
 */
public final class MergedBars implements BarStream {

    private record Head(ReadBar.Good good, BarStream from) {
    }

    private static final Comparator<Head> ORDER = Comparator.<Head>comparingLong(head -> head.good().bar().openTimeMs())
            .thenComparing(head -> head.good().bar().instrument())
            .thenComparing(head -> head.good().source());

    private final List<BarStream> streams;
    private final Deque<BarStream> toAdvance;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(ORDER);
    private @Nullable ReadBar ahead;

    public MergedBars(List<? extends BarStream> streams) {
        this.streams = List.copyOf(streams);
        this.toAdvance = new ArrayDeque<>(this.streams);
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = find();
        }
        return ahead != null;
    }

    @Override
    public ReadBar next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("no more bars");
        }
        ReadBar found = ahead;
        ahead = null;
        return found;
    }

    @Override
    public void close() {
        streams.forEach(BarStream::close);
    }

    /** A stream without a head is advanced before any bar is given out, so that none is overtaken. */
    private @Nullable ReadBar find() {
        while (!toAdvance.isEmpty()) {
            BarStream stream = toAdvance.element();
            if (!stream.hasNext()) {
                toAdvance.remove();
                stream.close();
                continue;
            }
            ReadBar found = stream.next();
            if (found instanceof ReadBar.Good good) {
                heads.add(new Head(good, toAdvance.remove()));
            } else {
                return found;
            }
        }
        Head first = heads.poll();
        if (first == null) {
            return null;
        }
        toAdvance.add(first.from());
        return first.good();
    }
}
