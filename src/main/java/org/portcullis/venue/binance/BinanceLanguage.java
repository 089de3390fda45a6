package org.portcullis.venue.binance;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.VenueHistory;
import org.portcullis.venue.stream.VenueLanguage;
import org.portcullis.venue.wire.Addresses;
import org.portcullis.venue.wire.ListedFees;

/** Binance's market data: combined streams, subscribed to by frames so that the venue confirms or refuses them. */
public final class BinanceLanguage implements VenueLanguage {

    /** The venue allows 1,024 streams on a connection; no instrument has more than four. */
    private static final int INSTRUMENTS_MAX = 250;

    private final BinanceMarket market;
    private final ListedFees fees;

    private BinanceLanguage(BinanceMarket market, ListedFees fees) {
        this.market = market;
        this.fees = fees;
    }

    /** USD-margined futures, {@code binance-usdm}; streams at {@code wss://fstream.binance.com}. */
    public static BinanceLanguage usdm(ListedFees fees) {
        return new BinanceLanguage(BinanceMarket.USDM, fees);
    }

    /** Spot, {@code binance-spot}; streams at {@code wss://stream.binance.com:9443}. */
    public static BinanceLanguage spot(ListedFees fees) {
        return new BinanceLanguage(BinanceMarket.SPOT, fees);
    }

    @Override
    public String venue() {
        return market.venue();
    }

    @Override
    public List<StreamConnection> connections(URI base, List<Instrument> instruments, Set<Channel> channels,
            int perConnection) {
        List<InstrumentId> ids = instruments.stream().map(Instrument::id).toList();
        List<StreamConnection> connections = new ArrayList<>();
        for (BinanceMarket.Route route : market.routes()) {
            Set<Channel> carried = EnumSet.noneOf(Channel.class);
            channels.stream().filter(route.carries()::contains).forEach(carried::add);
            if (carried.isEmpty()) {
                continue;
            }
            int number = 1;
            for (List<InstrumentId> part : Addresses.pieces(ids, Math.min(perConnection, INSTRUMENTS_MAX))) {
                connections.add(new StreamConnection(market.venue() + "/" + route.name() + "/" + number++,
                        Addresses.below(base, route.path()), part, carried));
            }
        }
        return connections;
    }

    @Override
    public Dialogue open(StreamConnection connection, List<Instrument> instruments) {
        return new BinanceDialogue(market, connection, instruments);
    }

    /** The venue pings every three minutes; data of 50 instruments never pauses for a minute. */
    @Override
    public Duration silenceMax() {
        return Duration.ofSeconds(60);
    }

    /** The venue cuts after 24 hours. */
    @Override
    public Duration lifeMax() {
        return Duration.ofHours(23).plusMinutes(50);
    }

    @Override
    public VenueHistory history(URI restBase) {
        return new BinanceHistory(market, restBase, fees);
    }
}
