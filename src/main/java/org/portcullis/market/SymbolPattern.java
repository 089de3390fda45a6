package org.portcullis.market;

import java.util.List;
import java.util.regex.Pattern;
import org.portcullis.kernel.InstrumentId;

/**
 * A symbol, or all symbols that begin or end in a certain way.
 *
 * @param text capitals and digits; a star at the beginning or at the end stands for anything, such as {@code *USDT}
 */
public record SymbolPattern(String text) {

    private static final Pattern FORM = Pattern.compile("\\*?[A-Z0-9]{1,30}\\*?|\\*");

    public SymbolPattern {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a symbol pattern is letters A-Z and digits with a star before or behind"
                    + " at most, not: " + text);
        }
    }

    /** Whether any of them matches. */
    public static boolean any(List<SymbolPattern> patterns, InstrumentId instrument) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(instrument));
    }

    /** Whether the symbol is one of these. */
    public boolean matches(InstrumentId instrument) {
        boolean before = text.startsWith("*");
        boolean behind = text.length() > 1 && text.endsWith("*");
        String core = text.substring(before ? 1 : 0, text.length() - (behind ? 1 : 0));
        String symbol = instrument.value();
        if (before && behind) {
            return symbol.contains(core);
        }
        return before ? symbol.endsWith(core) : behind ? symbol.startsWith(core) : symbol.equals(core);
    }
}
