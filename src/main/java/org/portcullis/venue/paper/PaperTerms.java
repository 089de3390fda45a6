package org.portcullis.venue.paper;

import org.portcullis.engine.policy.Policy;

/**
 * What the paper venue charges and how hard it fills; all numbers in 10<sup>-8</sup> of their unit.
 *
 * @param makerBpsE8 fee on fills that waited in the book, in basis points
 * @param takerBpsE8 fee on fills that took from the book, in basis points
 * @param spreadBpsE8 distance between bid and ask, in basis points; a taker pays half
 * @param atrPctE8 what a taker pays beyond it, in percent of the average true range
 * @param atrBars look-back of the average true range, in bars
 * @param calmBpsE8 average true range by price up to which the market is calm, in basis points
 * @param wildBpsE8 average true range by price from which on the factor is at its largest, in basis points
 * @param volatilityFactorMaxE8 largest factor on the slippage by range; one in a calm market
 * @param participationPctE8 share of a bar's volume that our orders may be filled from, in percent
 */
public record PaperTerms(long makerBpsE8, long takerBpsE8, long spreadBpsE8, long atrPctE8, int atrBars,
        long calmBpsE8, long wildBpsE8, long volatilityFactorMaxE8, long participationPctE8) {

    public PaperTerms {
        if (wildBpsE8 <= calmBpsE8) {
            throw new IllegalArgumentException("venue.paper.wild-bps must be above venue.paper.calm-bps");
        }
    }

    /** The terms of the policy in force. */
    public static PaperTerms of(Policy policy) {
        return new PaperTerms(policy.number("venue.paper.maker-bps"), policy.number("venue.paper.taker-bps"),
                policy.number("venue.paper.spread-bps"), policy.number("venue.paper.atr-pct"),
                policy.integer("venue.paper.atr-bars"), policy.number("venue.paper.calm-bps"),
                policy.number("venue.paper.wild-bps"), policy.number("venue.paper.volatility-factor-max"),
                policy.number("venue.paper.participation-pct"));
    }
}
