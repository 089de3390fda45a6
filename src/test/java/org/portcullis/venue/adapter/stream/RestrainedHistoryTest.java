package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.venue.binance.BinanceLanguage;
import org.portcullis.venue.stream.HistoryClient;
import org.portcullis.venue.wire.ListedFees;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RestrainedHistoryTest {

    private static final URI BARS = URI.create("https://venue/bars");
    private static final URI OTHER = URI.create("https://other/bars");
    private static final long SECOND = 1_000_000_000L;

    private final List<URI> asked = new ArrayList<>();
    private long nowNanos = -5;
    private HistoryClient.Refused refusal = new HistoryClient.Refused(418, Duration.ofSeconds(7), "banned");
    private boolean refusing = true;
    private final HistoryClient client = new RestrainedHistory((address, headers) -> answer(address), () -> nowNanos);

    private String answer(URI address) throws IOException {
        asked.add(address);
        if (refusing) {
            throw refusal;
        }
        return "body";
    }

    @Test
    @DisplayName("S2-REQ-CB1 while a venue wants to be left alone it is asked nothing, by nobody")
    void while_a_venue_wants_to_be_left_alone_it_is_asked_nothing() throws Exception {
        assertThatThrownBy(() -> client.get(BARS)).isSameAs(refusal);
        refusing = false;
        nowNanos += 7 * SECOND - 1;
        HistoryClient.Refused here = refused(() -> client.get(BARS));
        assertThat(here.status()).isEqualTo(418);
        assertThat(here.pause()).isEqualTo(Duration.ofNanos(1));
        VenueListings listings = new VenueListings(BinanceLanguage.usdm(new ListedFees(2, 5))
                .history(URI.create("https://venue")), client);
        assertThat(refused(listings::listings)).hasMessageContaining("left alone");
        assertThat(asked).containsExactly(BARS);
        assertThat(client.get(OTHER)).as("another host is another venue").isEqualTo("body");
        nowNanos++;
        assertThat(client.get(BARS)).isEqualTo("body");
    }

    @Test
    void a_request_that_is_only_refused_itself_stops_no_other() throws Exception {
        refusal = new HistoryClient.Refused(500, Duration.ZERO, "broken");
        assertThatThrownBy(() -> client.get(BARS)).isSameAs(refusal);
        refusing = false;
        assertThat(client.get(BARS)).isEqualTo("body");
    }

    private static HistoryClient.Refused refused(ThrowingCallable question) {
        return catchThrowableOfType(HistoryClient.Refused.class, question);
    }
}
