package org.portcullis.strategy.domain.lightgbm;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines {@code key=value} of a model text up to a blank line, each with the line it stands on. */
final class TextBlock {

    private static final String[] NONE = new String[0];

    private final int firstLine;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /**
     * @param firstLine line of its heading, named when something is missing
     */
    TextBlock(int firstLine) {
        this.firstLine = firstLine;
    }

    /** Takes a line; a word without value, such as {@code average_output}, is a key with an empty one. */
    void add(String text, int line) throws ModelRefused {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        if (values.putIfAbsent(key, equals < 0 ? "" : text.substring(equals + 1)) != null) {
            throw new ModelRefused(line, "a second " + Numbers.quoted(key));
        }
        lines.put(key, line);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable String find(String key) {
        return values.get(key);
    }

    int line(String key) {
        return lines.getOrDefault(key, firstLine);
    }

    String require(String key) throws ModelRefused {
        String value = values.get(key);
        if (value == null) {
            throw new ModelRefused(firstLine, key + "= is missing in what begins here");
        }
        return value;
    }

    /** A whole number of at least {@code min}. */
    int whole(String key, int min) throws ModelRefused {
        int number = Numbers.whole(require(key).trim(), line(key));
        if (number < min) {
            throw new ModelRefused(line(key), key + " is " + number + ", must be " + min + " or more");
        }
        return number;
    }

    String[] words(String key) throws ModelRefused {
        String value = require(key).trim();
        return value.isEmpty() ? NONE : value.split(" +");
    }

    /** Whole numbers, exactly {@code count} of them. */
    int[] wholes(String key, int count) throws ModelRefused {
        String[] words = counted(key, count);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Numbers.whole(words[i], line(key));
        }
        return numbers;
    }

    /** Decimal numbers, exactly {@code count} of them. */
    double[] decimals(String key, int count) throws ModelRefused {
        String[] words = counted(key, count);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Numbers.decimal(words[i], line(key));
        }
        return numbers;
    }

    /** Decimal numbers, exactly {@code count} of them, none infinite. */
    double[] finite(String key, int count) throws ModelRefused {
        double[] numbers = decimals(key, count);
        for (double number : numbers) {
            if (Double.isInfinite(number)) {
                throw new ModelRefused(line(key), key + " is infinite");
            }
        }
        return numbers;
    }

    private String[] counted(String key, int count) throws ModelRefused {
        String[] words = words(key);
        if (words.length != count) {
            throw new ModelRefused(line(key), key + " has " + words.length + " values, expected are " + count);
        }
        return words;
    }
}
