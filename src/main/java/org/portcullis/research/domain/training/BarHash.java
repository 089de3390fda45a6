package org.portcullis.research.domain.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.portcullis.market.Bar;

/** Hash of a stream of bars (SHA-256 over symbol and numbers of each), so that a card can say what was learned from. */
public final class BarHash {

    private static final int NUMBERS = 7;

    private final MessageDigest digest;
    private final ByteBuffer numbers = ByteBuffer.allocate(NUMBERS * Long.BYTES);

    public BarHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Takes the next bar. */
    public void add(Bar bar) {
        digest.update(bar.instrument().toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        numbers.clear().putLong(bar.openTimeMs()).putLong(bar.openE8()).putLong(bar.highE8()).putLong(bar.lowE8())
                .putLong(bar.closeE8()).putLong(bar.volumeE8()).putLong(bar.takerBoughtE8());
        digest.update(numbers.flip());
    }

    /** The hash of all bars so far, as hexadecimal digits; asked once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
