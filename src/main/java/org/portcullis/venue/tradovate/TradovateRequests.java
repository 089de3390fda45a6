package org.portcullis.venue.tradovate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.venue.stream.Channel;

/** Requests of one connection: each has a number, and its answer bears it. */
final class TradovateRequests {

    /** How much history a new connection brings along: what a restart of a minute or an hour has missed. */
    private static final int MINUTES = 500;

    /** What was asked. */
    enum Kind { AUTHORIZE, CONTRACT, QUOTES, BOOK, BARS, TICKS }

    /**
     * One request that waits for its answer.
     *
     * @param instrument for which; empty for the authorisation
     */
    record Request(Kind kind, Optional<InstrumentId> instrument) {
    }

    private final Function<InstrumentId, String> contracts;
    private final Map<Long, Request> open = new HashMap<>();
    private long number;

    TradovateRequests(Function<InstrumentId, String> contracts) {
        this.contracts = contracts;
    }

    /** The request that an answer belongs to, if there is one; it is answered then. */
    Optional<Request> answered(long answer) {
        return Optional.ofNullable(open.remove(answer));
    }

    String authorize(String token) {
        return frame(Kind.AUTHORIZE, Optional.empty(), "authorize", "", token);
    }

    /** First requests of an instrument: its number, by which quotes and books name it, and its charts. */
    List<String> first(InstrumentId instrument, Set<Channel> channels) {
        List<String> frames = new ArrayList<>();
        if (channels.contains(Channel.QUOTES) || channels.contains(Channel.BOOK)) {
            frames.add(frame(Kind.CONTRACT, Optional.of(instrument), "contract/find",
                    "name=" + contracts.apply(instrument), ""));
        }
        if (channels.contains(Channel.BARS)) {
            frames.add(chart(Kind.BARS, instrument, "MinuteBar", MINUTES));
        }
        if (channels.contains(Channel.TRADES)) {
            frames.add(chart(Kind.TICKS, instrument, "Tick", 1));
        }
        return frames;
    }

    /** Requests that wait until the number of the contract is known. */
    List<String> second(InstrumentId instrument, Set<Channel> channels) {
        List<String> frames = new ArrayList<>();
        String body = "{\"symbol\":\"" + contracts.apply(instrument) + "\"}";
        if (channels.contains(Channel.QUOTES)) {
            frames.add(frame(Kind.QUOTES, Optional.of(instrument), "md/subscribeQuote", "", body));
        }
        if (channels.contains(Channel.BOOK)) {
            frames.add(frame(Kind.BOOK, Optional.of(instrument), "md/subscribeDOM", "", body));
        }
        return frames;
    }

    private String chart(Kind kind, InstrumentId instrument, String type, int elements) {
        return frame(kind, Optional.of(instrument), "md/getChart", "", "{\"symbol\":\"" + contracts.apply(instrument)
                + "\",\"chartDescription\":{\"underlyingType\":\"" + type
                + "\",\"elementSize\":1,\"elementSizeUnit\":\"UnderlyingUnits\",\"withHistogram\":false},"
                + "\"timeRange\":{\"asMuchAsElements\":" + elements + "}}");
    }

    private String frame(Kind kind, Optional<InstrumentId> instrument, String endpoint, String query, String body) {
        open.put(++number, new Request(kind, instrument));
        return endpoint + "\n" + number + "\n" + query + "\n" + body;
    }
}
