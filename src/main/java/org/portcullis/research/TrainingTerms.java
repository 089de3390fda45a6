package org.portcullis.research;

import org.portcullis.strategy.PackParameters;

/**
 * How a model is made and judged, from {@code rules/research/training.yaml}, where each term has its bounds and its
 * meaning.
 *
 * @param numbers the terms by name
 */
public record TrainingTerms(PackParameters numbers) {

    /** One R, in average true ranges. */
    public double riskAtr() {
        return numbers.number("risk-atr");
    }

    /** Distance of the lower barrier, in R. */
    public double stopRisk() {
        return numbers.number("stop-risk");
    }

    /** Distance of the upper barrier, in R. */
    public double targetRisk() {
        return numbers.number("target-risk");
    }

    /** Bars after which a label is given. */
    public int horizonBars() {
        return whole("horizon-bars");
    }

    /** Bars kept free between training and test. */
    public int embargoBars() {
        return whole("embargo-bars");
    }

    /** Paid on each side beside the fee, in basis points. */
    public double slippageBps() {
        return numbers.number("slippage-bps");
    }

    /** Probability above which a pattern counts as traded. */
    public double tradeProbabilityMin() {
        return numbers.number("trade-probability-min");
    }

    /**
     * A term that is counted.
     *
     * @throws IllegalArgumentException when there is no such term, or it is no whole number
     */
    public int whole(String name) {
        double number = numbers.number(name);
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException(name + " is counted and must be a whole number, is " + number);
        }
        return (int) number;
    }

    /** A term that is measured. */
    public double number(String name) {
        return numbers.number(name);
    }
}
