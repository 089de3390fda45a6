package org.portcullis.strategy;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/**
 * Port: what strategies hold. Asked by the thread that thinks, once a bar and only for packs whose rules look at
 * {@link Holding}.
 */
@FunctionalInterface
public interface HoldingView {

    /** Nobody holds anything. */
    HoldingView NOBODY = (strategy, instrument) -> Optional.of(HeldPosition.NOTHING);

    /** What the strategy holds of the instrument; empty when that cannot be told now. */
    Optional<HeldPosition> held(String strategy, InstrumentId instrument);
}
