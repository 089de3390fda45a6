package org.portcullis.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.Side;
import org.portcullis.order.Order;
import org.portcullis.portfolio.ReconcileRun.Outcome;
import org.portcullis.portfolio.ReconcileRun.Trigger;
import org.portcullis.strategy.Intent;

/** One short position through desk, workflow, paper venue and books. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShortWalkTest {

    @TempDir
    Path home;

    @Test
    @DisplayName("S2-REQ-R1 B-E5: a permitted short sale is sold, compared, and closed by a purchase")
    void a_short_sale_is_sold_compared_and_bought_back() throws IOException {
        try (ReconcileScene shorts = new ReconcileScene(home, "risk.short-selling: true")) {
            shorts.run(Trigger.BOOT);
            Order entry = shorts.propose("short", Intent.ENTER, Side.SELL, "110").orElseThrow();
            assertThat(entry.side()).isEqualTo(Side.SELL);
            shorts.hearAll();
            shorts.bar();
            shorts.hearAll();
            assertThat(shorts.held()).singleElement()
                    .satisfies(held -> assertThat(held.side()).isEqualTo(Side.SELL));
            assertThat(shorts.run(Trigger.ON_DEMAND).outcome()).isEqualTo(Outcome.AGREED);
            assertThat(shorts.propose("wrong", Intent.EXIT, Side.SELL, "0")).isEmpty();
            assertThat(shorts.reasons()).contains("SHORT_NOT_PERMITTED");
            shorts.propose("cover", Intent.EXIT, Side.BUY, "0").orElseThrow();
            shorts.hearAll();
            shorts.bar();
            shorts.hearAll();
            assertThat(shorts.held()).isEmpty();
            assertThat(shorts.run(Trigger.ON_DEMAND).outcome()).isEqualTo(Outcome.AGREED);
        }
    }
}
