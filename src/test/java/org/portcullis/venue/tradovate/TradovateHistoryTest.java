package org.portcullis.venue.tradovate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.market.Listing;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.stream.VenueHistory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TradovateHistoryTest {

    private final VenueHistory history = new TradovateLanguage(() -> "token", id -> id.value(),
            TradovateDialogueTest.MNQ).history(URI.create("https://live.tradovateapi.com/v1"));

    @Test
    void contracts_of_the_root_are_listed_with_its_terms_and_others_refused() {
        assertThat(history.listings()).hasToString("https://live.tradovateapi.com/v1/contract/suggest?t=MNQ&l=10");
        Listings listings = history.readListings("[{\"id\":1,\"name\":\"MNQZ6\",\"contractMaturityId\":4},"
                + "{\"id\":2,\"name\":\"MNQH7\"},{\"id\":3,\"name\":\"NQZ6\"},{\"id\":4}]");
        assertThat(listings.listings()).extracting(Listing::venueSymbol).containsExactly("MNQZ6", "MNQH7", "MNQ");
        assertThat(listings.listings().get(2).instrument()).as("the root trades under its own terms")
                .isEqualTo(TradovateDialogueTest.MNQ);
        assertThat(history.readListings("[]").listings()).as("a root without contracts is not traded").isEmpty();
        assertThat(history.listingHeaders()).containsExactly(Map.entry("Authorization", "Bearer token"));
        assertThat(listings.listings().get(0).instrument().multiplierE8()).isEqualTo(200_000_000);
        assertThat(listings.refused()).hasSize(2);
        assertThatThrownBy(() -> history.readListings("Access is denied"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_token_that_cannot_stand_in_a_header_is_not_put_into_one() {
        VenueHistory broken = new TradovateLanguage(() -> "two\nlines", id -> id.value(), TradovateDialogueTest.MNQ)
                .history(URI.create("https://live.tradovateapi.com/v1"));
        assertThat(broken.listingHeaders()).isEmpty();
    }

    @Test
    void bars_come_over_the_stream_only() {
        assertThat(history.barsMax()).isZero();
        assertThatThrownBy(() -> history.bars(TradovateDialogueTest.MNQ, 0, 60_000))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({"MNQZ6,MNQ,12,6", "MNQH27,MNQ,3,27", "ESM7,ES,6,7", "M2KU6,M2K,9,6", "6EF7,6E,1,7"})
    void a_contract_is_read_and_written(String text, String root, int month, String year) {
        ContractSymbol symbol = ContractSymbol.of(text).orElseThrow();
        assertThat(symbol).isEqualTo(new ContractSymbol(root, month, year)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MNQ", "", "MNQA6", "MNQZ", "MNQZ678", "mnqz6", "BTCUSDT"})
    void what_is_no_contract_is_not_read(String text) {
        assertThat(ContractSymbol.of(text)).isEmpty();
    }
}
