package org.portcullis.signal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of what was refused.
 *
 * @param delivery the call it came with
 * @param flag     why it was refused, with both numbers
 * @param detail   printable text for the operator
 * @param body     what came, without the secret; nothing when the caller did not know the secret
 */
public record ParkedSignal(Delivery delivery, SignalFlag flag, String detail, @Nullable String body) {

    public ParkedSignal {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(flag, "flag");
        Objects.requireNonNull(detail, "detail");
    }
}
