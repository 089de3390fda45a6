package org.portcullis.order.shadow;

import java.util.Collection;
import java.util.List;
import org.portcullis.risk.Mode;

/** Where twins are kept. */
public interface TwinBook {

    /** Keeps a new twin in the caller's transaction; one that is known stays as it is. */
    void begin(TwinTrade trade, Mode mode);

    /** Keeps what became of twins; the same again changes nothing. */
    void keep(Collection<TwinTrade> trades);

    /** Twins that work, the oldest first. */
    List<TwinTrade> working();

    /** The newest trades, intended, as their twin and as they really were; newest first. */
    List<ShadowTrade> newest(int max);
}
