package org.portcullis.market;

import java.util.List;

/** Told within this process when the desk has seen new bars; pages listen to it. */
public record BarsSeen(List<Bar> bars) {

    public BarsSeen {
        bars = List.copyOf(bars);
    }
}
