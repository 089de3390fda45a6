package org.portcullis.portfolio.memory;

import java.util.Arrays;
import org.portcullis.engine.memory.Moments;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.breaker.FeeTape;

/** Fees of one account in the order of its fills, added up. */
final class FeesInMemory implements FeeTape {

    private long[] atMs = new long[256];
    private long[] sumE8 = new long[256];
    private int count;

    void paid(long ms, Money fee) {
        if (count == atMs.length) {
            atMs = Arrays.copyOf(atMs, 2 * count);
            sumE8 = Arrays.copyOf(sumE8, 2 * count);
        }
        atMs[count] = count == 0 ? ms : Math.max(ms, atMs[count - 1]);
        sumE8[count] = Math.addExact(count == 0 ? 0 : sumE8[count - 1], fee.e8());
        count++;
    }

    @Override
    public Money paid(AccountId account, long fromMs) {
        int first = Moments.firstFrom(atMs, 0, count, fromMs);
        return count == 0 ? Money.ZERO : new Money(sumE8[count - 1] - (first == 0 ? 0 : sumE8[first - 1]));
    }
}
