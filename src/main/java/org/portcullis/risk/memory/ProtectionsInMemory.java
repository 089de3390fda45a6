package org.portcullis.risk.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.risk.exit.Protection;
import org.portcullis.risk.exit.ProtectionBook;

/** What protects the open positions of one account. */
final class ProtectionsInMemory implements ProtectionBook {

    private record Holder(InstrumentId instrument, String strategy) {
    }

    private final TreeMap<Holder, Protection> kept = new TreeMap<>(
            Comparator.<Holder, InstrumentId>comparing(Holder::instrument).thenComparing(Holder::strategy));

    @Override
    public List<Protection> all(AccountId account) {
        return List.copyOf(kept.values());
    }

    @Override
    public Optional<Protection> find(AccountId account, InstrumentId instrument, String strategy) {
        return Optional.ofNullable(kept.get(new Holder(instrument, strategy)));
    }

    @Override
    public void keep(Protection protection) {
        kept.put(new Holder(protection.instrument(), protection.strategy()), protection);
    }

    @Override
    public void remove(AccountId account, InstrumentId instrument, String strategy) {
        kept.remove(new Holder(instrument, strategy));
    }
}
