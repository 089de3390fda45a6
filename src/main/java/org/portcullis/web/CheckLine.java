package org.portcullis.web;

/**
 * One check of a judgement as a page shows it.
 *
 * @param code the check, {@code exposure.total}
 * @param pass whether it held
 * @param hard whether failing it denies; a soft one asks a person
 * @param actual what was found, {@code 15.9}
 * @param limit what it was compared with, {@code at most 15.0}
 * @param unit what is counted
 * @param share how much of the limit is used, 0 to 100, for a bar
 * @param headroom how far it could still move, or how far it went over
 * @param reason the sentence of the reason it would give
 */
public record CheckLine(String code, boolean pass, boolean hard, String actual, String limit, String unit, int share,
        String headroom, String reason) {

    /** {@code 15.9 of at most 15.0 %}. */
    public String compared() {
        return unit.equals("flag") ? actual + ", must be " + limit : actual + " of " + limit + " " + unit;
    }
}
