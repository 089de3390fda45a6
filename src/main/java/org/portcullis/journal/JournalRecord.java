package org.portcullis.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * One record of a journal, as it was written. The arrays are not copied: do not change them.
 *
 * @param sequence its number; the first record of a journal is 1, and no number is ever skipped
 * @param stream what kind of item it is, such as {@code market.bar}
 * @param eventTimeMs when it happened, in milliseconds since 1970 UTC, as its source says
 * @param receiveTimeMs when it was appended, in milliseconds since 1970 UTC, by our clock
 * @param body the item itself
 * @param hash SHA-256 over the previous record's hash and all fields of this one
 */
public record JournalRecord(
        long sequence, String stream, long eventTimeMs, long receiveTimeMs, byte[] body, byte[] hash) {

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The hash as 64 hexadecimal digits. */
    public String hashHex() {
        return HexFormat.of().formatHex(hash);
    }

    /** Where the journal stands after this record. */
    public JournalHead head() {
        return new JournalHead(sequence, hashHex());
    }
}
