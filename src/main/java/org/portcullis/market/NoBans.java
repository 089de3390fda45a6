package org.portcullis.market;

import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** Knows no ban and takes none. */
record NoBans() implements Bans {

    @Override
    public Ban ban(InstrumentId instrument, String reason, String by, long atMs) {
        throw new UnsupportedOperationException("there is no store to keep a ban of " + instrument + " in");
    }

    @Override
    public Optional<Ban> lift(InstrumentId instrument, String by, long atMs) {
        return Optional.empty();
    }

    @Override
    public List<Ban> active(long atMs) {
        return List.of();
    }

    @Override
    public List<Ban> history(InstrumentId instrument) {
        return List.of();
    }
}
