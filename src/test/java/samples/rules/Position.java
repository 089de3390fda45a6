package samples.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;

public record Position(InstrumentId instrument, long lots, @Nullable Instant openedAt) {
}
