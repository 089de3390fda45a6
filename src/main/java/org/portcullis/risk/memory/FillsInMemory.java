package org.portcullis.risk.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.engine.memory.Moments;
import org.portcullis.engine.memory.Recent;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.FillCount;
import org.portcullis.risk.breaker.FillCosts;
import org.portcullis.risk.breaker.FillTold;
import org.portcullis.risk.breaker.SeenSignals;

/** Fills of one account as the breakers count them: how many, what takers paid; and from what minutes signals came. */
final class FillsInMemory implements FillCosts, FillCount, SeenSignals {

    private static final long KEPT_MS = 172_800_000;
    /** More than the policy lets either breaker look back. */
    private static final int KEPT = 2_000;
    private static final Comparator<FillTold> OLDEST = Comparator.comparingLong(FillTold::atMs)
            .thenComparing(FillTold::fillId);
    private static final Comparator<Settled> NEWEST = Comparator.comparingLong(Settled::atMs).reversed()
            .thenComparing(Settled::fillId);
    private static final Comparator<Signal> NEWEST_SIGNAL = Comparator.comparingLong(Signal::atMs).reversed()
            .thenComparing(Signal::proposalId);

    private record Key(InstrumentId instrument, String fillId) {
    }

    private record Settled(long atMs, String fillId, Money paid, Money modelled) {
    }

    private record Signal(long atMs, String proposalId, boolean thin) {
    }

    private final Map<Key, FillTold> open = new LinkedHashMap<>();
    private final Map<Key, Boolean> known = new Recent<>(KEPT);
    private final List<Settled> settled = new ArrayList<>();
    private final List<Signal> signals = new ArrayList<>();
    private final Map<String, Boolean> seen = new Recent<>(KEPT);
    private final Moments fills = new Moments(KEPT_MS);

    @Override
    public void told(FillTold fill) {
        Key key = new Key(fill.instrument(), fill.fillId());
        if (known.putIfAbsent(key, true) == null) {
            open.put(key, fill);
        }
    }

    /** A venue told a fill for the first time. */
    void counted(FillTold fill) {
        fills.add(fill.atMs());
    }

    @Override
    public int since(AccountId account, long fromMs) {
        return fills.since(fromMs);
    }

    @Override
    public List<FillTold> open(AccountId account) {
        return open.isEmpty() ? List.of() : open.values().stream().sorted(OLDEST).toList();
    }

    @Override
    public void settle(FillTold fill, Money paid, Money modelled) {
        open.remove(new Key(fill.instrument(), fill.fillId()));
        insert(settled, new Settled(fill.atMs(), fill.fillId(), paid, modelled), NEWEST);
    }

    @Override
    public void drop(FillTold fill) {
        open.remove(new Key(fill.instrument(), fill.fillId()));
    }

    @Override
    public Sum sum(AccountId account, long afterMs, int newest) {
        int count = 0;
        long paidE8 = 0;
        long modelledE8 = 0;
        for (int i = settled.size() - 1; i >= 0 && count < newest && settled.get(i).atMs() > afterMs; i--) {
            count++;
            paidE8 = Math.addExact(paidE8, settled.get(i).paid().e8());
            modelledE8 = Math.addExact(modelledE8, settled.get(i).modelled().e8());
        }
        return new Sum(count, new Money(paidE8), new Money(modelledE8));
    }

    @Override
    public boolean add(AccountId account, String proposalId, boolean thin, long atMs) {
        if (seen.putIfAbsent(proposalId, true) != null) {
            return false;
        }
        insert(signals, new Signal(atMs, proposalId, thin), NEWEST_SIGNAL);
        return true;
    }

    @Override
    public Count count(AccountId account, long afterMs, int newest) {
        int count = 0;
        int thin = 0;
        for (int i = signals.size() - 1; i >= 0 && count < newest && signals.get(i).atMs() > afterMs; i--) {
            count++;
            thin += signals.get(i).thin() ? 1 : 0;
        }
        return new Count(count, thin);
    }

    /** Keeps the newest at the end; what comes is nearly always the newest. */
    private static <T> void insert(List<T> sorted, T added, Comparator<T> newestFirst) {
        int place = sorted.size();
        while (place > 0 && newestFirst.compare(sorted.get(place - 1), added) < 0) {
            place--;
        }
        sorted.add(place, added);
        if (sorted.size() > 2 * KEPT) {
            sorted.subList(0, KEPT).clear();
        }
    }
}
