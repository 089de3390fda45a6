package org.portcullis.venue.adapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.risk.LiveGate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** No order reaches a real venue without the keys of the one that is listened to (S2-CS1); they come by environment. */
@Component
public class VenueKeys implements LiveGate {

    private static final Map<String, List<String>> KEYS = Map.of(
            "binance", List.of("BINANCE_API_KEY", "BINANCE_API_SECRET"),
            "coinbase", List.of("COINBASE_API_KEY", "COINBASE_PRIVATE_KEY"),
            "tradovate", List.of("TRADOVATE_USER", "TRADOVATE_PASSWORD"));

    private final String venue;
    private final Environment environment;

    /** @param venue whose streams are listened to, such as {@code binance-usdm}; empty for none */
    public VenueKeys(@Value("${portcullis.feed.live.venue:}") String venue, Environment environment) {
        this.venue = venue;
        this.environment = environment;
    }

    @Override
    public Optional<String> unmet() {
        if (venue.isBlank()) {
            return Optional.of("no venue is named by portcullis.feed.live.venue, so its keys are not known");
        }
        List<String> needed = KEYS.get(venue.split("-")[0]);
        if (needed == null) {
            return Optional.of("no keys are known for venue " + venue);
        }
        List<String> missing = needed.stream().filter(key -> environment.getProperty(key, "").isBlank()).toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("missing in the environment: " + missing);
    }
}
