package org.portcullis.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is traded, by its canonical symbol: upper case, without venue spelling.
 *
 * @param value canonical symbol such as {@code BTCUSDT} or {@code MNQZ6}
 */
public record InstrumentId(String value) implements Comparable<InstrumentId> {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2,30}");

    public InstrumentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an instrument is 2 to 30 letters A-Z or digits, not: " + value);
        }
    }

    /** Asked for every bar and mostly of the very same one. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof InstrumentId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(InstrumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
