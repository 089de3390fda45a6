package org.portcullis.kernel;

import java.util.regex.Pattern;

/**
 * Our id of an order; the venue sees the same text, so a resend can be recognised.
 *
 * @param value 1 to 36 characters of {@code A-Za-z0-9_-}
 */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    public ClientOrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a client order id is 1 to 36 letters, digits, dashes or underscores, not: " + value);
        }
    }

    @Override
    public int compareTo(ClientOrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
