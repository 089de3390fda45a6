package org.portcullis.signal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook, as it came.
 *
 * @param source         name of the source in the path, lower-case letters, digits and dashes
 * @param token          secret in the path, or nothing
 * @param address        address of the caller, printable
 * @param addressAllowed whether that address may call at all
 * @param body           the bytes that were read, at most as many as the policy has read
 * @param end            how the reading ended
 * @param receivedAtMs   when it came, by our corrected time, UTC milliseconds
 */
public record Delivery(String source, @Nullable String token, String address, boolean addressAllowed, byte[] body,
        End end, long receivedAtMs) {

    /** How the reading of a body ended. */
    public enum End { WHOLE, TOO_LARGE, TOO_SLOW }

    public Delivery {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(end, "end");
    }

    /** Never shows the body or the token. */
    @Override
    public String toString() {
        return "call of " + source + " from " + address + ", " + body.length + " bytes, " + end;
    }
}
