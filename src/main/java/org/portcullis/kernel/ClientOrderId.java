package org.portcullis.kernel;

/**
 * Our id of an order; the venue sees the same text, so a resend can be recognised.
 *
 * @param value 1 to 36 characters of {@code A-Za-z0-9_-}
 */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {

    private static final int LENGTH_MAX = 36;

    public ClientOrderId {
        if (!isFormed(value)) {
            throw new IllegalArgumentException(
                    "a client order id is 1 to 36 letters, digits, dashes or underscores, not: " + value);
        }
    }

    private static boolean isFormed(String value) {
        boolean formed = !value.isEmpty() && value.length() <= LENGTH_MAX;
        for (int i = 0; formed && i < value.length(); i++) {
            char one = value.charAt(i);
            formed = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9' || one == '_'
                    || one == '-';
        }
        return formed;
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
