package org.portcullis.web.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BookDepth;
import org.portcullis.market.BookDepth.Level;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.LiveBars;
import org.portcullis.market.LiveTerms;
import org.portcullis.market.MarketBatch;
import org.portcullis.market.OrderBooks;
import org.portcullis.market.Quote;
import org.portcullis.strategy.MarketWalks;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BookApiTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long NOW_MS = 1_767_225_660_000L;

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final BookApi api = new BookApi(beans.getBeanProvider(OrderBooks.class),
            beans.getBeanProvider(LiveBars.class), beans.getBeanProvider(InstrumentCatalogue.class),
            beans.getBeanProvider(PolicyBook.class));
    private final PolicyBook policies = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");

    BookApiTest() {
        beans.addBean("policies", policies);
        beans.addBean("catalogue", InstrumentCatalogue.read(Path.of("rules/instruments.yaml")));
    }

    @Test
    @DisplayName("B-D3: best prices, spread, depth within the policy's band and as many levels as were asked for")
    void a_book_is_shown() {
        BookDepth held = new BookDepth(BTC, NOW_MS, List.of(level("99.95", "2"), level("99", "7")),
                List.of(level("100.05", "1"), level("100.1", "4"), level("100.9", "9")));
        beans.addBean("books", (OrderBooks) (instrument, levels) -> Optional.of(held));
        JsonNode shown = WebJson.mapper().valueToTree(api.book("BTCUSDT", 2));
        assertThat(shown.at("/symbol").asText()).isEqualTo("BTCUSDT");
        assertThat(shown.at("/bid").asText()).isEqualTo("99.95");
        assertThat(shown.at("/ask").asText()).isEqualTo("100.05");
        assertThat(shown.at("/spread").asText()).isEqualTo("0.1");
        assertThat(shown.at("/spreadPct").asText()).isEqualTo("0.1");
        assertThat(shown.at("/bandPct").asText()).isEqualTo("0.2");
        assertThat(shown.at("/bidDepth").asText()).isEqualTo("199.9");
        assertThat(shown.at("/askDepth").asText()).isEqualTo("500.45");
        assertThat(shown.at("/bids")).hasSize(2);
        assertThat(shown.at("/asks")).hasSize(2);
        assertThat(shown.at("/asks/1/quantity").asText()).isEqualTo("4");
        assertThatThrownBy(() -> api.book("BTCUSDT", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.book("BTCUSDT", 1_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("B-D3: where no book is held the answer says what is known instead")
    void where_no_book_is_held_that_is_said() {
        assertThatThrownBy(() -> api.book("NOSUCHUSDT", 5)).isInstanceOf(NotFound.class)
                .hasMessage("There is no instrument NOSUCHUSDT.");
        assertThatThrownBy(() -> api.book("BTCUSDT", 5)).isInstanceOf(NotFound.class)
                .hasMessageStartingWith("No order book of BTCUSDT is held. Only bars tell of it;");
        beans.addBean("books", OrderBooks.NONE);
        LiveBars bars = LiveBars.under(() -> MarketWalks.library().base("market"), policies::current,
                new LiveTerms(500, 600_000, 10_000, LiveTerms.EmptyMinutes.FLAT), note -> { });
        bars.follow(BTC, NOW_MS, atMs -> true);
        bars.take(new MarketBatch(NOW_MS, List.of(new MarketBatch.Told(new Quote(BTC, NOW_MS,
                FixedPoint.parse("99.95"), FixedPoint.ONE, FixedPoint.parse("100.05"), FixedPoint.ONE), NOW_MS))));
        beans.addBean("bars", bars);
        assertThatThrownBy(() -> api.book("BTCUSDT", 5)).isInstanceOf(NotFound.class)
                .hasMessageContaining("Only its best prices are known: bid 99.95, ask 100.05");
    }

    private static Level level(String price, String quantity) {
        return new Level(FixedPoint.parse(price), FixedPoint.parse(quantity));
    }
}
