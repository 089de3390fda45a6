package org.portcullis.strategy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a person, put into words only when somebody reads it: most bars bring nothing, and nobody asks why of
 * each of them. Two are equal when they say the same.
 */
public final class Words {

    /** Nothing is said. */
    public static final Words NONE = new Words("", null);

    private volatile @Nullable String text;
    private @Nullable Supplier<String> later;

    private Words(@Nullable String text, @Nullable Supplier<String> later) {
        this.text = text;
        this.later = later;
    }

    /** These words. */
    public static Words of(String text) {
        return text.isEmpty() ? NONE : new Words(text, null);
    }

    /**
     * Words that are found when they are read first.
     *
     * @param later gives the same words whenever it is asked, on any thread
     */
    public static Words of(Supplier<String> later) {
        return new Words(null, later);
    }

    /** These words, or the others when these turn out to be none. */
    public Words or(Words others) {
        if (this == NONE || others == NONE) {
            return this == NONE ? others : this;
        }
        return of(() -> text().isEmpty() ? others.text() : text());
    }

    /** The words; empty when nothing is said. */
    public String text() {
        String known = text;
        Supplier<String> source = later;
        if (known == null && source != null) {
            known = source.get();
            text = known;
            later = null;
        }
        return known == null ? text() : known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Words words && words.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
