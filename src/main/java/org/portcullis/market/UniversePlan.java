package org.portcullis.market;

import java.nio.file.Path;
import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.store.UniverseFile;

/**
 * Which symbols belong to which tier, as {@code rules/universe.yaml} has it.
 *
 * @param core       the symbols of the core tier, by name or pattern
 * @param rotational the symbols of the rotational tier; what is in the core tier is not in this one
 * @param banned     symbols that are never traded (S2-U4)
 * @param fallback   what is traded from when the venue's list cannot be had (S1-14)
 * @param quotes     quote currencies, the preferred one first (S2-OM10)
 */
public record UniversePlan(List<SymbolPattern> core, List<SymbolPattern> rotational, List<SymbolPattern> banned,
        List<InstrumentId> fallback, List<String> quotes) {

    public UniversePlan {
        core = List.copyOf(core);
        rotational = List.copyOf(rotational);
        banned = List.copyOf(banned);
        fallback = List.copyOf(fallback);
        quotes = List.copyOf(quotes);
    }

    /**
     * Reads {@code rules/universe.yaml}.
     *
     * @throws IllegalArgumentException when it cannot be used, with file and line
     */
    public static UniversePlan read(Path file) {
        return UniverseFile.read(file);
    }

    /** The tier of a symbol. */
    public Tier tier(InstrumentId instrument) {
        if (SymbolPattern.any(core, instrument)) {
            return Tier.CORE;
        }
        return SymbolPattern.any(rotational, instrument) ? Tier.ROTATIONAL : Tier.NONE;
    }

    /** Whether a symbol is never traded. */
    public boolean redFlagged(InstrumentId instrument) {
        return SymbolPattern.any(banned, instrument);
    }
}
