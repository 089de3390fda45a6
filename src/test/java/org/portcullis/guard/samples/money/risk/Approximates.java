package org.portcullis.guard.samples.money.risk;

import java.math.BigDecimal;
import java.util.List;

/** Broken on purpose: every place in which a binary fraction can hide. */
public final class Approximates {

    private final double price;
    private final List<Double> rates;

    Approximates(double price, List<Double> rates) {
        this.price = price;
        this.rates = rates;
    }

    /** Half of it, roughly. */
    public double half(long amount) {
        double part = amount * 0.5;
        return part + price + rates.size();
    }

    /** Rounded by accident. */
    public String rounded(BigDecimal amount) {
        return String.valueOf(amount.doubleValue());
    }
}
