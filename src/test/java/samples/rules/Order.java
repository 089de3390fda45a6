package samples.rules;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;

public record Order(InstrumentId instrument, Side side, Money notional) {
}
