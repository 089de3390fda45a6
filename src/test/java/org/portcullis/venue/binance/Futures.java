package org.portcullis.venue.binance;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.VenueLanguage;
import org.portcullis.venue.wire.ListedFees;

/** Instruments and dialogues for the tests of this package. */
public final class Futures {

    /** USD-M futures. */
    public static final VenueLanguage USDM = BinanceLanguage.usdm(new ListedFees(2, 5));
    /** Spot. */
    public static final VenueLanguage SPOT = BinanceLanguage.spot(new ListedFees(10, 10));

    private Futures() {
    }

    /** A contract against USDT. */
    public static Instrument contract(String base) {
        return new Instrument(new InstrumentId(base + "USDT"), "binance-usdm", base, "USDT", 1_000_000, 100_000,
                100_000, 500_000_000, FixedPoint.ONE, 2, 5);
    }

    /** A dialogue on one connection that carries those channels, whatever the route. */
    public static Dialogue dialogue(VenueLanguage language, Set<Channel> channels, Instrument... instruments) {
        List<Instrument> all = List.of(instruments);
        return language.open(new StreamConnection("test/1", URI.create("ws://localhost"),
                all.stream().map(Instrument::id).toList(), channels), all);
    }
}
