package org.portcullis.portfolio.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.risk.TrackRecord.Closed;
import org.portcullis.risk.TradingTerms;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClosedTradesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final TradingTerms TERMS = new TradingTerms(BTC, "BTC", "USDT", 1, 1, Quantity.of("0.001"),
            Money.ZERO, FixedPoint.ONE, Percent.of("0"), Percent.of("0.6"));
    private static int accounts;
    private static int fills;

    private final AccountId account = new AccountId("paper-" + ++accounts);
    private final PortfolioStore store = new PortfolioStore(DATABASE.jdbc(), id -> Optional.of(TERMS), event -> { });
    private final ClosedTrades records = new ClosedTrades(DATABASE.jdbc());

    @BeforeEach
    void open() {
        DATABASE.transactions().executeWithoutResult(status -> store.openAccount(account, "USDT",
                Money.of("10000"), 1));
    }

    @Test
    @DisplayName("S3-13: all fills of one closing order are one trade, gains and losses are summed apart")
    void all_fills_of_one_closing_order_are_one_trade() {
        assertThat(records.closed(account, "momentum-core", 200)).isEqualTo(Closed.NONE);
        fill("buy1", "momentum-core", Side.BUY, "2", "100");
        fill("sell1", "momentum-core", Side.SELL, "1", "110");
        fill("sell1", "momentum-core", Side.SELL, "1", "95");
        fill("buy2", "momentum-core", Side.BUY, "1", "100");
        fill("sell2", "momentum-core", Side.SELL, "1", "93");
        fill("buy3", "another", Side.BUY, "1", "100");
        fill("sell3", "another", Side.SELL, "1", "200");
        assertThat(records.closed(account, "momentum-core", 200))
                .isEqualTo(new Closed(2, 1, Money.of("5"), Money.of("7")));
        assertThat(records.closed(account, "another", 200)).isEqualTo(new Closed(1, 1, Money.of("100"), Money.ZERO));
        assertThat(records.closed(new AccountId("other"), "another", 200)).isEqualTo(Closed.NONE);
    }

    @Test
    @DisplayName("S3-13: only the newest trades of the window count")
    void only_the_newest_trades_count() {
        for (int trade = 1; trade <= 5; trade++) {
            fill("buy" + trade, "momentum-core", Side.BUY, "1", "100");
            fill("sell" + trade, "momentum-core", Side.SELL, "1", trade <= 3 ? "90" : "104");
        }
        assertThat(records.closed(account, "momentum-core", 3))
                .isEqualTo(new Closed(3, 2, Money.of("8"), Money.of("10")));
    }

    private void fill(String order, String strategy, Side side, String quantity, String price) {
        Fill fill = new Fill("paper", "t" + ++fills, new ClientOrderId(order), account, BTC, strategy, side,
                Quantity.of(quantity), Price.of(price), Money.ZERO, false, fills * 1_000L);
        DATABASE.transactions().executeWithoutResult(status -> store.book(fill));
    }
}
