package org.portcullis.signal.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which spellings of a ticker may be looked up, from the most exact to the plainest. */
public final class TickerText {

    /** Upper case only, Latin only: a letter that only looks like one leads nowhere. */
    private static final Pattern FORM = Pattern.compile("[A-Z0-9:._/!-]{1,60}");
    private static final Pattern SUFFIX = Pattern.compile("(?:\\.P|1!)$");

    private TickerText() {
    }

    /**
     * As written; without the exchange before the colon; without the mark of a perpetual or of the nearest contract;
     * without separators. Empty when the text can be no ticker.
     */
    public static List<String> spellings(String ticker) {
        if (!FORM.matcher(ticker).matches()) {
            return List.of();
        }
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(ticker);
        String plain = ticker.substring(ticker.lastIndexOf(':') + 1);
        spellings.add(plain);
        String root = SUFFIX.matcher(plain).replaceFirst("");
        spellings.add(root);
        spellings.add(root.replace("/", "").replace("-", ""));
        return List.copyOf(spellings);
    }
}
