package org.portcullis.venue.binance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.kernel.Side;
import org.portcullis.venue.stream.BookView;

/**
 * A book made in the plainest way, by the seven steps that Binance publishes and by nothing of ours: sorted maps of
 * decimals, all levels, trees of JSON.
 */
public final class RebuiltBook {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private final List<JsonNode> waiting = new ArrayList<>();
    private boolean live;
    private boolean first;
    private long lastUpdateId;

    /** Whether a snapshot has come. */
    public boolean live() {
        return live;
    }

    /** A whole book came. */
    public void snapshot(String body) {
        JsonNode snapshot = tree(body);
        lastUpdateId = snapshot.get("lastUpdateId").asLong();
        levels(bids, snapshot.get("bids"));
        levels(asks, snapshot.get("asks"));
        live = true;
        first = true;
        waiting.forEach(this::apply);
    }

    void keep(String frame) {
        waiting.add(tree(frame).get("data"));
    }

    /** Changes came. */
    public void change(String frame) {
        if (live) {
            apply(tree(frame).get("data"));
        } else {
            keep(frame);
        }
    }

    /** Levels in which the other book is not this one; its best come first. */
    public List<String> differences(Side side, BookView other) {
        List<BookView.Level> theirs = other.levels(side, Integer.MAX_VALUE);
        List<String> differences = new ArrayList<>();
        int rank = 0;
        for (Map.Entry<BigDecimal, BigDecimal> level : (side == Side.BUY ? bids : asks).entrySet()) {
            BookView.Level same = new BookView.Level(Recordings.e8(level.getKey()),
                    Recordings.e8(level.getValue()));
            if (rank >= theirs.size() || !theirs.get(rank).equals(same)) {
                differences.add(side + " " + rank + ": " + same);
            }
            rank++;
        }
        if (theirs.size() != rank) {
            differences.add(side + " has " + theirs.size() + " levels, not " + rank);
        }
        return differences;
    }

    private void apply(JsonNode event) {
        long last = event.get("u").asLong();
        if (last < lastUpdateId) {
            return;
        }
        if (!first && event.get("pu").asLong() != lastUpdateId) {
            throw new IllegalStateException("the recording has a hole at " + last);
        }
        levels(bids, event.get("b"));
        levels(asks, event.get("a"));
        lastUpdateId = last;
        first = false;
    }

    private static void levels(TreeMap<BigDecimal, BigDecimal> side, JsonNode levels) {
        for (JsonNode level : levels) {
            BigDecimal price = new BigDecimal(level.get(0).asText());
            BigDecimal quantity = new BigDecimal(level.get(1).asText());
            if (quantity.signum() == 0) {
                side.remove(price);
            } else {
                side.put(price, quantity);
            }
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
