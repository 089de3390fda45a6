package org.portcullis.risk.domain.exposure;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.domain.EntryOrder;
import org.portcullis.risk.domain.Exposure;

/**
 * What is committed in the fullest of the order's themes, the order itself not included.
 *
 * @param theme its name
 * @param equity of the account
 * @param committed held and pending, of all strategies
 * @param limit how much of the equity may be committed in it
 * @param ask from which share on a person is asked; never above the limit
 */
public record ThemeExposure(String theme, Money equity, Money committed, Percent limit, Percent ask) {

    /** The fullest of the asset's themes: an asset in several themes counts in each of them. */
    public static ThemeExposure fullest(ThemeBook themes, String asset, CommittedBook book,
            Function<InstrumentId, String> assets, ExposureLimits limits) {
        String fullest = ThemeBook.OTHER;
        @Nullable Money most = null;
        for (String theme : themes.themesOf(asset)) {
            Money committed = book.committed(
                    line -> themes.themesOf(assets.apply(line.instrument())).contains(theme));
            if (most == null || committed.compareTo(most) > 0) {
                fullest = theme;
                most = committed;
            }
        }
        Percent limit = limits.of(fullest);
        Percent ask = limits.themeAsk().compareTo(limit) < 0 ? limits.themeAsk() : limit;
        return new ThemeExposure(fullest, book.equity(), most == null ? Money.ZERO : most, limit, ask);
    }

    /** Share of equity committed in it once this order and everything pending is filled. */
    public Percent pctWith(EntryOrder order) {
        return Exposure.pctOf(equity, committed, order);
    }
}
