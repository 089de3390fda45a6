package org.portcullis.web;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refused call of a webhook in a list.
 *
 * @param reason  code of the refusal
 * @param actual  the value that was compared, in the unit of the code; 0 where nothing is counted
 * @param allowed the bound that it broke
 * @param body    what came, without the secret; nothing when the caller did not know it
 */
public record ParkedSignalLine(long id, Instant parkedAt, String source, String address, String reason,
        BigDecimal actual, BigDecimal allowed, String detail, @Nullable String body) {
}
