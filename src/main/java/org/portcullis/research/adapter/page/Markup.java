package org.portcullis.research.adapter.page;

import java.util.List;

/** HTML under construction: what is text is escaped, what is markup is ours. */
final class Markup {

    private final StringBuilder html = new StringBuilder(1 << 14);
    /** How many columns of the open table hold words. */
    private int words;

    /** Adds markup as it is. */
    Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Adds text of whatever origin. */
    Markup text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(letter);
            }
        }
        return this;
    }

    /** Opens a section that can be reached by its id, with its heading. */
    Markup section(String id, String heading) {
        return raw("<section id=\"").raw(id).raw("\"><h2>").text(heading).raw("</h2>\n");
    }

    Markup endSection() {
        return raw("</section>\n");
    }

    /** Opens a table that scrolls by itself when it is wider than the page; columns of words come first. */
    Markup table(String label, List<String> named, List<String> figures) {
        words = named.size();
        raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").text(label)
                .raw("\"><table><thead><tr>");
        named.forEach(head -> raw("<th scope=\"col\">").text(head).raw("</th>"));
        figures.forEach(head -> raw("<th scope=\"col\" class=\"n\">").text(head).raw("</th>"));
        return raw("</tr></thead><tbody>\n");
    }

    Markup endTable() {
        return raw("</tbody></table></div>\n");
    }

    /** A row; figures stand right, losses and gains carry a sign and a colour. */
    Markup row(List<String> cells) {
        raw("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            raw(i >= words ? "<td class=\"n" + tone(cell) + "\">" : "<td>").text(cell).raw("</td>");
        }
        return raw("</tr>\n");
    }

    /** Name of the colour of a signed figure, with a space before it; nothing for others. */
    static String tone(String figure) {
        return figure.startsWith("+") ? " up" : figure.startsWith("\u2212") ? " down" : "";
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
