package org.portcullis.web.adapter.page;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of a comma-separated file (RFC 4180). */
final class Csv {

    private Csv() {
    }

    /** Writes one row; nothing becomes an empty cell. */
    static void row(PrintWriter out, @Nullable Object... cells) {
        out.print(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")));
        out.print("\r\n");
    }

    /** A value inside an address. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A text that a spreadsheet would run as a formula is led by an apostrophe; numbers keep their sign. */
    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.]+");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
