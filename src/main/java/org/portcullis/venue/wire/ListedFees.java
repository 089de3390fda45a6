package org.portcullis.venue.wire;

/**
 * Fees to put on what a venue lists: its public listings name none, the account's tier decides.
 *
 * @param makerBasisPoints on fills that waited in the book, in basis points of their worth
 * @param takerBasisPoints on fills that took from the book, in basis points of their worth
 */
public record ListedFees(int makerBasisPoints, int takerBasisPoints) {
}
