package org.portcullis.venue;

/**
 * How an instrument trades at a venue.
 *
 * @param tickE8 smallest price step, in 10<sup>-8</sup> of the quote currency; positive
 * @param lotE8 smallest quantity step, in 10<sup>-8</sup>; positive
 * @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup>; one for spot
 */
public record Contract(long tickE8, long lotE8, long multiplierE8) {

    public Contract {
        if (tickE8 <= 0 || lotE8 <= 0 || multiplierE8 <= 0) {
            throw new IllegalArgumentException("tick, lot and multiplier are positive");
        }
    }
}
