package org.portcullis.venue.tradovate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A futures contract as exchanges write it: root, letter of the month, one or two digits of the year.
 *
 * @param root  what it is a contract on, such as {@code MNQ}
 * @param month 1 for January to 12
 * @param year  the digits of the year as written: {@code 6} or {@code 26}
 */
public record ContractSymbol(String root, int month, String year) {

    private static final String MONTHS = "FGHJKMNQUVXZ";
    private static final Pattern FORM = Pattern.compile("([A-Z0-9]{1,4}?)([" + MONTHS + "])(\\d{1,2})");

    /** Reads {@code MNQZ6}; empty when the text is no contract, such as {@code MNQ}. */
    public static Optional<ContractSymbol> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ContractSymbol(form.group(1), MONTHS.indexOf(form.group(2)) + 1, form.group(3)))
                : Optional.empty();
    }

    /** {@code MNQZ6}. */
    @Override
    public String toString() {
        return root + MONTHS.charAt(month - 1) + year;
    }
}
