package org.portcullis.kernel;

import java.util.regex.Pattern;

/**
 * One trading account at one venue; everything that touches its money has one writer.
 *
 * @param value lower-case name such as {@code paper-main}
 */
public record AccountId(String value) implements Comparable<AccountId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{2,40}");

    public AccountId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an account is 2 to 40 lower-case letters, digits or dashes, not: "
                    + value);
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
