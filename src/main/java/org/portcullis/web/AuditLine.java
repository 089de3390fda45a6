package org.portcullis.web;

import java.time.Instant;

/**
 * One entry of the audit trail.
 *
 * @param writer whose chain it belongs to
 * @param seq its place in that chain
 * @param what what happened, as one word
 * @param subject what it is about, such as an order id
 * @param detail everything else, JSON
 * @param hash hash over the entry and the one before it
 */
public record AuditLine(String writer, long seq, Instant at, String what, String actor, String subject, String detail,
        String hash) {
}
