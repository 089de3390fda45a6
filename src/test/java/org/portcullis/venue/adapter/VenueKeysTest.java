package org.portcullis.venue.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VenueKeysTest {

    @Test
    @DisplayName("S2-CS1: LIVE needs every key of the venue; a missing one is named, none is printed")
    void live_needs_every_key_of_the_venue() {
        MockEnvironment environment = new MockEnvironment();
        VenueKeys keys = new VenueKeys("binance-usdm", environment);
        assertThat(keys.unmet()).contains("missing in the environment: [BINANCE_API_KEY, BINANCE_API_SECRET]");
        environment.setProperty("BINANCE_API_KEY", "k-1234");
        assertThat(keys.unmet()).contains("missing in the environment: [BINANCE_API_SECRET]");
        environment.setProperty("BINANCE_API_SECRET", " ");
        assertThat(keys.unmet()).isPresent();
        environment.setProperty("BINANCE_API_SECRET", "s-1234");
        assertThat(keys.unmet()).isEmpty();
    }

    @Test
    void a_venue_that_is_not_named_or_not_known_has_no_keys() {
        assertThat(new VenueKeys("", new MockEnvironment()).unmet()).get().asString().contains("no venue is named");
        assertThat(new VenueKeys("elsewhere", new MockEnvironment()).unmet())
                .contains("no keys are known for venue elsewhere");
    }
}
