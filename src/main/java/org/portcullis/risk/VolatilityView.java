package org.portcullis.risk;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;

/** The question of the desk to the market: how much does an instrument move within a bar? */
public interface VolatilityView {

    /** Average true range in percent of price at the last good bar; nothing while its series is too short. */
    Optional<Percent> volatility(InstrumentId instrument);
}
