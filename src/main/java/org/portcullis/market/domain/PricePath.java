package org.portcullis.market.domain;

import org.portcullis.market.Bar;
import org.portcullis.market.Episode;
import org.portcullis.market.GeneratedMarket;

/**
 * The price of one generated instrument, minute by minute: log returns with volatility that clusters (GARCH(1,1) of
 * T. Bollerslev, 1986), fat-tailed shocks and a daily season, bent by the episode of the minute. Used by one thread.
 */
final class PricePath {

    private static final double GARCH_BASE = 8e-9;
    private static final double GARCH_SHOCK = 0.06;
    private static final double GARCH_MEMORY = 0.92;
    private static final double VARIANCE_MAX = 2e-6;
    private static final double MEAN_VARIANCE = GARCH_BASE / (1 - GARCH_SHOCK - GARCH_MEMORY);
    private static final int MINUTES_OF_DAY = 1_440;

    private final GeneratedMarket.Listing listing;
    private final Draw draw;
    private double logPrice;
    private double variance = MEAN_VARIANCE;
    private double shock;
    private double anchor;
    private int anchoredAt = -1;

    PricePath(GeneratedMarket.Listing listing, Draw draw) {
        this.listing = listing;
        this.draw = draw;
        this.logPrice = StrictMath.log((double) listing.startPriceE8());
    }

    /** The bar of that minute; minutes are asked for in order, each once. */
    Bar next(int minute, long openTimeMs, Episode.Kind weather, int weatherFrom) {
        variance = Math.min(VARIANCE_MAX, GARCH_BASE + GARCH_SHOCK * shock * shock + GARCH_MEMORY * variance);
        double season = 1 + 0.5 * StrictMath.sin(2 * Math.PI * (minute % MINUTES_OF_DAY - 600) / MINUTES_OF_DAY);
        double deviation = StrictMath.sqrt(variance) * season;
        shock = StrictMath.sqrt(variance) * draw.fatTailed();
        boolean still = weather == Episode.Kind.LOW_LIQUIDITY;
        double change = still ? 0 : bent(shock * season, deviation, weather, weatherFrom);
        double open = StrictMath.exp(logPrice);
        logPrice += change;
        double close = StrictMath.exp(logPrice);
        double up = wick(deviation, weather);
        double down = wick(deviation, weather);
        long openE8 = ticks(open);
        long closeE8 = ticks(close);
        long highE8 = Math.max(Math.max(openE8, closeE8), ticks(Math.max(open, close) * (1 + up)));
        long lowE8 = Math.min(Math.min(openE8, closeE8), ticks(Math.min(open, close) * (1 - down)));
        return new Bar(listing.id(), openTimeMs, openE8, highE8, lowE8, closeE8, volumeE8(change, season, weather));
    }

    private double bent(double change, double deviation, Episode.Kind weather, int weatherFrom) {
        return switch (weather) {
            case TREND_UP -> change * 0.7 + deviation * 0.45;
            case TREND_DOWN -> change * 0.7 - deviation * 0.45;
            case CRASH -> -Math.abs(change) - 0.012;
            case BURST -> Math.abs(change) + Math.max(0.004, 5 * deviation);
            case CHOP -> pulled(change, weatherFrom);
            default -> change;
        };
    }

    /** Swings are pulled back to where the price was when they began. */
    private double pulled(double change, int weatherFrom) {
        if (anchoredAt != weatherFrom) {
            anchoredAt = weatherFrom;
            anchor = logPrice;
        }
        return change * 1.8 - 0.15 * (logPrice - anchor);
    }

    private double wick(double deviation, Episode.Kind weather) {
        double size = Math.abs(draw.normal()) * deviation * 0.6;
        return weather == Episode.Kind.LOW_LIQUIDITY ? 0 : size;
    }

    private long volumeE8(double change, double season, Episode.Kind weather) {
        double level = StrictMath.exp(draw.normal() * 0.5) * (0.3 + Math.abs(change) / StrictMath.sqrt(MEAN_VARIANCE));
        double factor = switch (weather) {
            case LOW_LIQUIDITY -> 0;
            case CRASH, BURST -> 8;
            case TREND_UP, TREND_DOWN -> 1.4;
            default -> 1;
        };
        // about a million of quote currency a minute; volumes count 0.0001 of the base unit
        double units = level * factor * season * 1e6 / (double) listing.startPriceE8() * 1e8;
        return Math.round(units * 1e4) * 10_000;
    }

    private long ticks(double priceE8) {
        return Math.max(1, Math.round(priceE8 / listing.tickE8())) * listing.tickE8();
    }
}
