package org.portcullis.market.domain.bars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.FundingDue;
import org.portcullis.market.FundingUpdate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FundingWatchTest {

    private static final InstrumentId BTC = new InstrumentId("BTCPERP");
    private static final long DUE = 28_800_000;
    private static final long NEXT = 2 * DUE;

    private final FundingWatch watch = new FundingWatch();

    @Test
    @DisplayName("B-D12: funding is due with the rate announced last, once the venue speaks at its time or later")
    void funding_is_due_with_the_rate_announced_last() {
        assertThat(watch.take(update(DUE - 2, 10, DUE))).isTrue();
        assertThat(watch.take(update(DUE - 1, 20, DUE))).isTrue();
        assertThat(watch.handOut(Long.MAX_VALUE)).isEmpty();
        assertThat(watch.take(update(DUE, 30, NEXT))).isTrue();
        assertThat(watch.handOut(DUE - 1)).isEmpty();
        assertThat(watch.handOut(DUE)).containsExactly(new FundingDue(BTC, DUE, 20, 100 * FixedPoint.ONE));
        assertThat(watch.handOut(Long.MAX_VALUE)).isEmpty();
        watch.take(update(NEXT + 5, 40, NEXT + DUE));
        assertThat(watch.handOut(Long.MAX_VALUE)).containsExactly(new FundingDue(BTC, NEXT, 30, 100 * FixedPoint.ONE));
    }

    @Test
    void what_is_older_or_no_rate_changes_nothing() {
        watch.take(update(DUE - 1, 20, DUE));
        assertThat(watch.take(update(DUE - 1, 90, DUE))).isFalse();
        assertThat(watch.take(update(DUE - 5, 90, DUE))).isFalse();
        assertThat(watch.take(update(DUE, FixedPoint.ONE, NEXT))).isFalse();
        assertThat(watch.take(update(DUE, -FixedPoint.ONE, NEXT))).isFalse();
        assertThat(watch.take(new FundingUpdate(BTC, DUE, 0, 0, 1, NEXT))).isFalse();
        assertThat(watch.take(update(DUE, 1, NEXT))).isTrue();
        assertThat(watch.handOut(DUE)).containsExactly(new FundingDue(BTC, DUE, 20, 100 * FixedPoint.ONE));
    }

    @Test
    void a_contract_without_funding_is_never_due() {
        watch.take(update(1, 0, 0));
        watch.take(update(DUE, 0, 0));
        assertThat(watch.handOut(Long.MAX_VALUE)).isEmpty();
    }

    private static FundingUpdate update(long atMs, long rateE8, long nextMs) {
        return new FundingUpdate(BTC, atMs, 100 * FixedPoint.ONE, 100 * FixedPoint.ONE, rateE8, nextMs);
    }
}
