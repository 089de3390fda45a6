package org.portcullis.journal.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * JSON in one form only: keys sorted, no white space, numbers plain and without trailing zeros, everything beyond ASCII
 * kept, control characters escaped. Equal content gives equal text, so a hash over it can be computed again.
 */
public final class CanonicalJson {

    private static final int DEPTH_MAX = 32;

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {
    }

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when it or something in it has no one form (a binary fraction, an unknown type)
     *     or is nested more than 32 deep
     */
    public static String write(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson();
        json.append(value, 0);
        return json.out.toString();
    }

    private void append(@Nullable Object value, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("details are nested more than " + DEPTH_MAX + " deep");
        }
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof CharSequence text) {
            quote(text);
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map, depth);
        } else if (value instanceof Collection<?> list) {
            appendList(list, depth);
        } else if (value instanceof Number number) {
            out.append(plain(number));
        } else if (value instanceof Enum<?> constant) {
            quote(constant.name());
        } else if (isKernelWord(value)) {
            quote(value.toString());
        } else {
            throw new IllegalArgumentException("audit details cannot hold a " + value.getClass().getName()
                    + "; use text, whole or decimal numbers, booleans, enums, kernel words, lists or maps");
        }
    }

    private void appendMap(Map<?, ?> map, int depth) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) ->
                sorted.put(key instanceof Enum<?> constant ? constant.name() : key.toString(), value));
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            out.append(separator);
            quote(entry.getKey());
            out.append(':');
            append(entry.getValue(), depth + 1);
            separator = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void appendList(Collection<?> list, int depth) {
        char separator = '[';
        for (Object value : list) {
            out.append(separator);
            append(value, depth + 1);
            separator = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private static String plain(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte
                || number instanceof BigInteger) {
            return number.toString();
        }
        throw new IllegalArgumentException("audit details hold whole or decimal numbers, not a "
                + number.getClass().getSimpleName() + ": " + number);
    }

    private static boolean isKernelWord(Object value) {
        return value instanceof Price || value instanceof Quantity || value instanceof Money || value instanceof Percent
                || value instanceof InstrumentId || value instanceof AccountId || value instanceof ClientOrderId;
    }

    private void quote(CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
