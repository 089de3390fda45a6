package org.portcullis.journal;

/**
 * Where an audit entry stands.
 *
 * @param writer whose chain
 * @param sequence number in that chain, 1 for the first
 * @param hash SHA-256 over the previous entry's hash and all fields, as 64 hexadecimal digits
 */
public record AuditReceipt(String writer, long sequence, String hash) {
}
