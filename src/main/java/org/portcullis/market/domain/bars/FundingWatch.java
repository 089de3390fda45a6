package org.portcullis.market.domain.bars;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.FundingDue;
import org.portcullis.market.FundingUpdate;

/**
 * Knows when funding becomes due (B-D12). A venue announces rate and time of the next funding again and again; when it
 * speaks after that time, what it announced last before it has become due.
 */
final class FundingWatch {

    private static final Comparator<FundingDue> ORDER = Comparator.comparingLong(FundingDue::dueMs)
            .thenComparing(FundingDue::instrument);

    private final Map<InstrumentId, FundingUpdate> announced = new HashMap<>();
    private final List<FundingDue> due = new ArrayList<>();

    /**
     * Takes what the venue announced; what is older than the last, or no rate at all, changes nothing.
     *
     * @return whether it was taken
     */
    boolean take(FundingUpdate update) {
        FundingUpdate last = announced.get(update.instrument());
        boolean believable = update.markE8() > 0 && Math.abs(update.rateE8()) < FixedPoint.ONE;
        if (!believable || last != null && update.timeMs() <= last.timeMs()) {
            return false;
        }
        if (last != null && last.nextFundingMs() > 0 && update.timeMs() >= last.nextFundingMs()) {
            due.add(new FundingDue(last.instrument(), last.nextFundingMs(), last.rateE8(), last.markE8()));
        }
        announced.put(update.instrument(), update);
        return true;
    }

    /** What became due up to that moment and was not handed out yet, oldest first. */
    List<FundingDue> handOut(long untilMs) {
        List<FundingDue> ready = due.stream().filter(one -> one.dueMs() <= untilMs).sorted(ORDER).toList();
        due.removeAll(ready);
        return ready;
    }
}
