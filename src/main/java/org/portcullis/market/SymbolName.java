package org.portcullis.market;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;

/**
 * What a name means.
 *
 * @param instrument the canonical symbol
 * @param month      the contract that was named, such as December 2026 by {@code MNQZ6}; nothing when none was
 */
public record SymbolName(InstrumentId instrument, @Nullable ContractMonth month) {

    public SymbolName {
        Objects.requireNonNull(instrument, "instrument");
    }
}
