package org.portcullis.order;

import java.util.Optional;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.TradingTerms;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How instruments trade in {@link OrderScene}; NEAR... and FAR... have a venue, nobody knows that of the others. */
final class SceneTerms {

    private SceneTerms() {
    }

    static Optional<TradingTerms> of(InstrumentId id) {
        String venue = id.value().startsWith("NEAR") ? "near-venue" : id.value().startsWith("FAR") ? "far-venue" : "";
        return Optional.of(new TradingTerms(id, "BTC", "USDT", FixedPoint.parse("0.01"), FixedPoint.parse("0.001"),
                Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"), Percent.of("0.6"), venue,
                false, new Percent(0)));
    }

    static String lastReasons(JdbcClient jdbc) {
        return jdbc.sql("SELECT reasons FROM risk.decisions_log ORDER BY recorded_at DESC LIMIT 1")
                .query(String.class).single();
    }
}
