package org.portcullis.journal;

/**
 * How far a journal reaches. Whoever knows the head of a moment can tell later whether anything before it was changed.
 *
 * @param sequence number of the last record, 0 when there is none
 * @param hash that record's hash as 64 hexadecimal digits, all zeros when there is none
 */
public record JournalHead(long sequence, String hash) {

    /** The head of a journal without records. */
    public static final JournalHead NONE = new JournalHead(0, "0".repeat(64));
}
